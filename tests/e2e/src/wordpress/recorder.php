<?php
// Part of the tests: it writes down what PHP asks other servers for and what the plugin makes PHP complain
// about, and keeps WordPress itself quiet.

// Nothing is mailed, nobody's picture is fetched, and no font of small pictures.
function wp_mail() {
	return true;
}
add_filter( 'pre_option_show_avatars', '__return_zero' );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
add_filter( 'emoji_svg_url', '__return_false' );

// Every request of WordPress's own functions, with the functions that led to it.
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		file_put_contents( FOOTING_ASKED, $url . ' by ' . wp_debug_backtrace_summary() . "\n", FILE_APPEND );
		return array(
			'headers'  => array(),
			'body'     => '{}',
			'response' => array( 'code' => 200, 'message' => 'OK' ),
			'cookies'  => array(),
			'filename' => null,
		);
	},
	10,
	3
);

// WordPress 6.1 on a newer PHP has notices of its own. What counts is what comes by way of the plugin.
set_error_handler(
	function ( $kind, $message, $file, $line ) {
		// WordPress asks for silence where it expects failure.
		if ( ! ( error_reporting() & $kind ) ) {
			return false;
		}
		foreach ( debug_backtrace() as $call ) {
			if ( isset( $call['file'] ) && false !== strpos( $call['file'], '/plugins/footing/' ) ) {
				file_put_contents( FOOTING_COMPLAINTS, "$message in $file:$line\n", FILE_APPEND );
				break;
			}
		}
		return false;
	}
);

// A valid nonce for whoever asks: so that a test can show that the nonce alone is not enough.
add_action(
	'init',
	function () {
		if ( isset( $_GET['nonce-of-the-test'] ) ) {
			die( wp_create_nonce( 'footing-options' ) );
		}
	}
);
