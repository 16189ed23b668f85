<?php
/**
 * Plugin Name:       Footing
 * Description:       Shows the Footing self-check, which runs in the visitor's own browser. Help lines stand there without any script.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 *
 * The plugin writes a script tag and an element into the page. It brings the files of the check with it, so
 * it asks no other server for anything. It counts nobody and keeps two options and a folder in the uploads.
 *
 * Copyright (c) 2026 The Footing developers. SPDX-License-Identifier: MIT OR Apache-2.0
 * The MIT license is compatible with the GPL.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/** The same as above; a test holds the two together. */
const FOOTING_VERSION = '0.1.0';

/** This file, from which WordPress tells where the plugin is. */
const FOOTING_FILE = __FILE__;

/** The settings. */
const FOOTING_OPTION = 'footing';

/** Who may change the settings. */
const FOOTING_CAPABILITY = 'manage_options';

require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/copy.php';
require __DIR__ . '/includes/check.php';

register_activation_hook( __FILE__, 'footing_make_copy' );
add_action( 'init', 'footing_keep_copy' );
add_action( 'add_option_' . FOOTING_OPTION, 'footing_write_settings', 10, 0 );
add_action( 'update_option_' . FOOTING_OPTION, 'footing_write_settings', 10, 0 );
add_action( 'wp_enqueue_scripts', 'footing_register_script' );
add_filter( 'script_loader_tag', 'footing_load_async', 10, 2 );
add_shortcode( 'footing', 'footing_shortcode' );
add_action( 'init', 'footing_register_block' );

if ( is_admin() ) {
	require __DIR__ . '/includes/settings.php';
	add_action( 'admin_menu', 'footing_add_settings_page' );
	add_action( 'admin_init', 'footing_register_settings' );
	add_action( 'admin_enqueue_scripts', 'footing_load_settings_script' );
	add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'footing_link_to_settings' );
}

/**
 * Takes `[footing mode="popup"]`.
 *
 * @param array|string $given Options; WordPress gives a text where there are none.
 * @return string The check.
 */
function footing_shortcode( $given ) {
	return footing_check( is_array( $given ) ? $given : array() );
}

/**
 * Registers the block. Its editor script is as it was written: there is nothing to build.
 */
function footing_register_block() {
	wp_register_script(
		'footing-block-editor',
		plugins_url( 'block/editor.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		FOOTING_VERSION,
		true
	);
	register_block_type( __DIR__ . '/block', array( 'render_callback' => 'footing_block' ) );
}

/**
 * Draws the block: the same element, in the block's own box.
 *
 * @param array $given Options.
 * @return string The check.
 */
function footing_block( $given ) {
	$options = array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		// `minHeight` of the block is `min-height` of the element.
		$options[ strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = $value;
	}
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), footing_check( $options ) );
}
