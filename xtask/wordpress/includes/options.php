<?php
/**
 * What can be set, and which values are good. What is not listed here never reaches a page.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/** The most bytes of a site.json; the check itself reads no more. */
const FOOTING_MOST_BYTES = 100000;

/**
 * Lists the ways to show the check, each with its words for the settings page.
 *
 * @return array Words by mode.
 */
function footing_modes() {
	return array(
		'inline'    => 'In the page',
		'popup'     => 'A button that opens a window',
		'side-tab'  => 'A button that stays at the edge of the screen',
		'full-page' => 'A link to a page of its own',
	);
}

/**
 * Takes over what is good of the options for one check, and leaves out all else.
 *
 * Each option has its own list or form. The check itself would also refuse what it does not know; this
 * way a page holds nothing that somebody else wrote.
 *
 * @param array $given Options.
 * @return array The good ones.
 */
function footing_clean( array $given ) {
	$lists = array(
		'mode'  => array_keys( footing_modes() ),
		'theme' => array( 'light', 'dark', 'auto' ),
		'lazy'  => array( 'true', 'false' ),
	);
	$forms = array(
		'lang'       => '/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/D',
		'min-height' => '/^[0-9]{2,4}$/D',
		'offset'     => '/^[0-9]{1,4}(\.[0-9]{1,2})?(px|rem|em|vh|vw|%)$/D',
		'events'     => '/^(started|finished|started finished|finished started)$/D',
	);
	$clean = array();
	foreach ( $given as $name => $value ) {
		if ( ! is_scalar( $value ) ) {
			continue;
		}
		$value = trim( (string) $value );
		// `min_height` is how most shortcodes would write it.
		$name = str_replace( '_', '-', (string) $name );
		if ( isset( $lists[ $name ] ) && in_array( $value, $lists[ $name ], true ) ) {
			$clean[ $name ] = $value;
		} elseif ( isset( $forms[ $name ] ) && 1 === preg_match( $forms[ $name ], $value ) ) {
			$clean[ $name ] = $value;
		} elseif ( 'label' === $name && '' !== footing_clean_label( $value ) ) {
			$clean['label'] = footing_clean_label( $value );
		}
	}
	return $clean;
}

/**
 * Makes a label plain text of at most 80 letters.
 *
 * @param mixed $label What was typed.
 * @return string The label, or nothing.
 */
function footing_clean_label( $label ) {
	$plain = is_scalar( $label ) ? sanitize_text_field( (string) $label ) : '';
	return 1 === preg_match( '/^.{0,80}/us', $plain, $start ) ? trim( $start[0] ) : '';
}

/**
 * Makes the address of the check one folder with a slash at its end, or answers with nothing.
 *
 * `https` alone; `http` only for this computer, where a site is tried out. No user, query or anchor.
 *
 * @param mixed $address What was typed.
 * @return string The address, or nothing.
 */
function footing_clean_address( $address ) {
	$address = is_scalar( $address ) ? trim( (string) $address ) : '';
	// What an address cannot hold is refused before it is taken apart: reading it would make it harmless,
	// and another one.
	if ( 1 !== preg_match( '/^[\x21-\x7e]+$/D', $address ) ) {
		return '';
	}
	// People copy the script's address, or that of the start page.
	$address = preg_replace( '#/(embed\.js|index\.html)$#D', '/', $address );
	$parts   = wp_parse_url( $address );
	if ( ! is_array( $parts ) || empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	if ( isset( $parts['user'] ) || isset( $parts['pass'] ) || isset( $parts['query'] ) || isset( $parts['fragment'] ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	$host   = strtolower( $parts['host'] );
	$is_own = in_array( $host, array( 'localhost', '127.0.0.1' ), true );
	if ( 'https' !== $scheme && ! ( 'http' === $scheme && $is_own ) ) {
		return '';
	}
	$path = isset( $parts['path'] ) ? $parts['path'] : '/';
	// Names as they stand in an address: a letter of another script comes encoded, or not at all.
	if ( 1 !== preg_match( '/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/D', $host ) || 1 !== preg_match( '#^/[A-Za-z0-9._~%/-]*$#D', $path ) ) {
		return '';
	}
	$port = isset( $parts['port'] ) ? ':' . (int) $parts['port'] : '';
	return esc_url_raw( $scheme . '://' . $host . $port . trailingslashit( $path ), array( 'https', 'http' ) );
}

/**
 * Makes the settings of the check JSON text of one form, or answers with nothing.
 *
 * The check itself looks at every value when it reads them.
 *
 * @param mixed $site What was typed, the content of a site.json.
 * @return string JSON of an object, or nothing.
 */
function footing_clean_site( $site ) {
	$site = is_string( $site ) ? json_decode( trim( $site ) ) : null;
	if ( ! $site instanceof stdClass ) {
		return '';
	}
	$text = wp_json_encode( $site, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	return is_string( $text ) && strlen( $text ) <= FOOTING_MOST_BYTES ? $text : '';
}

/**
 * Reads the settings, each cleaned again: the option may have been written by something else.
 *
 * @return array The settings.
 */
function footing_settings() {
	$kept = get_option( FOOTING_OPTION, array() );
	$kept = is_array( $kept ) ? $kept : array();
	$mode = isset( $kept['mode'] ) && is_string( $kept['mode'] ) ? $kept['mode'] : '';
	return array(
		'address' => footing_clean_address( isset( $kept['address'] ) ? $kept['address'] : '' ),
		'mode'    => isset( footing_modes()[ $mode ] ) ? $mode : 'inline',
		'label'   => footing_clean_label( isset( $kept['label'] ) ? $kept['label'] : '' ),
		'site'    => footing_clean_site( isset( $kept['site'] ) ? $kept['site'] : '' ),
	);
}

/**
 * Tells the address of the check: the one that was set, or this site's own copy.
 *
 * @return string The address, with a slash at its end.
 */
function footing_address() {
	$address = footing_settings()['address'];
	return '' === $address ? footing_own_address() : $address;
}
