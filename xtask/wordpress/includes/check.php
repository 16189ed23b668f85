<?php
/**
 * What comes into the page: the element with its help lines, and the script that fills it.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/** Registers the script of the check. It is loaded only on pages that show the check. */
function footing_register_script() {
	$address = footing_settings()['address'];
	if ( '' === $address ) {
		return;
	}
	// No version: a query would make another file of it for every cache on the way.
	wp_register_script( 'footing-embed', $address . 'embed.js', array(), null, true );
}

/** Lets the page go on while the script loads. WordPress 6.1 has no setting for that. */
function footing_load_async( $tag, $handle ) {
	if ( 'footing-embed' !== $handle || false !== strpos( $tag, ' async' ) ) {
		return $tag;
	}
	return str_replace( '<script ', '<script async ', $tag );
}

/**
 * Writes the check with these options over the settings of the site.
 *
 * Where no address is set yet, the help lines stand alone, and somebody who can set it is told.
 */
function footing_check( array $given ) {
	$settings = footing_settings();
	if ( '' === $settings['address'] ) {
		return '<div class="footing-check">' . footing_note_without_address() . footing_help_lines() . '</div>';
	}
	if ( ! wp_script_is( 'footing-embed', 'registered' ) ) {
		footing_register_script();
	}
	wp_enqueue_script( 'footing-embed' );

	$options = array_merge( footing_clean( $settings ), footing_clean( $given ) );
	ksort( $options );
	$attributes = '';
	foreach ( $options as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return '<footing-check' . $attributes . '>' . footing_help_lines() . '</footing-check>';
}

/** The lines that stand there without any script, and come back where the check does not. */
function footing_help_lines() {
	return '<p>In danger now? Call <a href="tel:911">911</a>. '
		. 'For a crisis, call or text <a href="tel:988">988</a>. '
		. 'To find treatment, day or night: <a href="tel:18006624357">1-800-662-4357</a>.</p>';
}

/** Tells an administrator, and nobody else, what is missing. */
function footing_note_without_address() {
	if ( ! current_user_can( FOOTING_CAPABILITY ) ) {
		return '';
	}
	return sprintf(
		'<p><strong>%s</strong> <a href="%s">%s</a></p>',
		esc_html( 'The self-check has no address yet. Only you see this line.' ),
		esc_url( admin_url( 'options-general.php?page=footing' ) ),
		esc_html( 'Set the address' )
	);
}
