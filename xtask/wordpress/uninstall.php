<?php
/**
 * Removes what the plugin kept: one option, on every site of a network.
 *
 * @package Footing
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $footing_site ) {
		switch_to_blog( $footing_site );
		delete_option( 'footing' );
		restore_current_blog();
	}
} else {
	delete_option( 'footing' );
}
