<?php
/**
 * What comes into the page: the element with its help lines, and the script that fills it.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the script of the check. It is loaded only on pages that show the check.
 */
function footing_register_script() {
	// No version: a query would make another file of it for every cache on the way, and its headers have it looked up anew.
	wp_register_script( 'footing-embed', footing_address() . 'embed.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
}

/**
 * Lets the page go on while the script loads. WordPress 6.1 has no setting for that.
 *
 * @param string $tag    The script tag.
 * @param string $handle The name under which the script was registered.
 * @return string The script tag.
 */
function footing_load_async( $tag, $handle ) {
	if ( 'footing-embed' !== $handle || false !== strpos( $tag, ' async' ) ) {
		return $tag;
	}
	return str_replace( '<script ', '<script async ', $tag );
}

/**
 * Writes the check with these options over the settings of the site.
 *
 * @param array $given Options.
 * @return string The element with its help lines.
 */
function footing_check( array $given ) {
	if ( ! wp_script_is( 'footing-embed', 'registered' ) ) {
		footing_register_script();
	}
	wp_enqueue_script( 'footing-embed' );

	$options = array_merge( footing_clean( footing_settings() ), footing_clean( $given ) );
	ksort( $options );
	$attributes = '';
	foreach ( $options as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return '<footing-check' . $attributes . '>' . footing_help_lines() . '</footing-check>';
}

/**
 * Writes the lines that stand there without any script, and come back where the check does not.
 *
 * @return string The lines.
 */
function footing_help_lines() {
	return '<p>In danger now? Call <a href="tel:911">911</a>. '
		. 'For a crisis, call or text <a href="tel:988">988</a>. '
		. 'To find treatment, day or night: <a href="tel:18006624357">1-800-662-4357</a>.</p>';
}
