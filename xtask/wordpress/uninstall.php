<?php
/**
 * Removes what the plugin kept: two options and a folder in the uploads, on every site of a network.
 *
 * @package Footing
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require __DIR__ . '/includes/copy.php';

if ( is_multisite() ) {
	$footing_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $footing_sites as $footing_site ) {
		switch_to_blog( $footing_site );
		footing_remove_copy();
		delete_option( 'footing' );
		restore_current_blog();
	}
} else {
	footing_remove_copy();
	delete_option( 'footing' );
}
