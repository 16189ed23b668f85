<?php
/**
 * The check on this site: a copy of the plugin's `check` folder in the uploads.
 *
 * It is a copy because two files beside it are not the plugin's: `site.json` with the settings of the site,
 * and `.htaccess` with the headers. In the folder of the plugin an update would remove them, and the plugin
 * directory lets no plugin write there or bring a file whose name begins with a dot.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/** The version of the copy and the origin in its pages, as long as there is a copy. */
const FOOTING_COPY_OPTION = 'footing_copy';

/** What stands in `headers/` of the plugin where other sites are named that may show the check. */
const FOOTING_PARTNERS_PLACE = 'https://partners.invalid';

/**
 * Tells where the copy is.
 *
 * @return array The `path` of the folder, and its `url` with a slash at its end.
 */
function footing_copy_place() {
	$uploads = wp_upload_dir( null, false );
	return array(
		'path' => trailingslashit( $uploads['basedir'] ) . 'footing/check',
		'url'  => set_url_scheme( trailingslashit( $uploads['baseurl'] ) . 'footing/check/' ),
	);
}

/**
 * Tells whether the check has a copy with headers and settings.
 *
 * @return bool Whether it has.
 */
function footing_has_copy() {
	return '' !== get_option( FOOTING_COPY_OPTION, '' );
}

/**
 * Tells the address of the check on this site: the copy, or the folder of the plugin where there is none.
 *
 * @return string The address, with a slash at its end.
 */
function footing_own_address() {
	return footing_has_copy() ? footing_copy_place()['url'] : plugins_url( 'check/', FOOTING_FILE );
}

/**
 * Gives access to files. The uploads belong to PHP itself, so that no password has to be asked for.
 *
 * @return WP_Filesystem_Direct The access.
 */
function footing_filesystem() {
	require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-base.php';
	require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-direct.php';
	return new WP_Filesystem_Direct( null );
}

/**
 * Tells which copy this site has to have. Another address of the site makes another one.
 *
 * @return string Version and origin.
 */
function footing_copy_mark() {
	return trim( FOOTING_VERSION . ' ' . footing_copy_origin() );
}

/**
 * Makes the copy anew after an update, or where it is missing. Visitors do not wait for it.
 */
function footing_keep_copy() {
	if ( ! is_admin() && ! wp_doing_cron() ) {
		return;
	}
	$is_whole = footing_copy_mark() === get_option( FOOTING_COPY_OPTION, '' )
		&& file_exists( footing_copy_place()['path'] . '/embed.js' );
	if ( ! $is_whole ) {
		footing_make_copy();
	}
}

/**
 * Makes the copy beside the one before, then puts it in its place. Where that fails, the one before stays.
 */
function footing_make_copy() {
	$files = footing_filesystem();
	$path  = footing_copy_place()['path'];
	$files->delete( $path . '-new', true );
	$is_whole = footing_copy_folder( $files, plugin_dir_path( FOOTING_FILE ) . 'check', $path . '-new' )
		&& footing_name_origin( $files, $path . '-new' )
		&& footing_write_beside( $files, $path . '-new' );
	if ( $is_whole ) {
		$files->delete( $path . '-old', true );
		if ( $files->is_dir( $path ) ) {
			$files->move( $path, $path . '-old' );
		}
		$is_whole = $files->move( $path . '-new', $path );
		$files->delete( $path . '-old', true );
	}
	if ( $is_whole ) {
		update_option( FOOTING_COPY_OPTION, footing_copy_mark() );
	} elseif ( ! $files->is_file( $path . '/embed.js' ) ) {
		delete_option( FOOTING_COPY_OPTION );
	}
}

/**
 * Writes the settings into the copy, where there is one.
 */
function footing_write_settings() {
	if ( footing_has_copy() ) {
		footing_write_beside( footing_filesystem(), footing_copy_place()['path'] );
	}
}

/**
 * Removes the copy and forgets it.
 */
function footing_remove_copy() {
	footing_filesystem()->delete( dirname( footing_copy_place()['path'] ), true );
	delete_option( FOOTING_COPY_OPTION );
}

/**
 * Copies a folder with all that is in it.
 *
 * @param WP_Filesystem_Direct $files Access to files.
 * @param string               $from  The folder.
 * @param string               $to    Its copy.
 * @return bool Whether all of it was copied.
 */
function footing_copy_folder( $files, $from, $to ) {
	$listed = $files->dirlist( $from, false );
	if ( ! is_array( $listed ) || ! wp_mkdir_p( $to ) ) {
		return false;
	}
	foreach ( $listed as $name => $entry ) {
		$is_copied = 'd' === $entry['type']
			? footing_copy_folder( $files, $from . '/' . $name, $to . '/' . $name )
			: $files->copy( $from . '/' . $name, $to . '/' . $name, true, 0644 );
		if ( ! $is_copied ) {
			return false;
		}
	}
	return true;
}

/**
 * Names the origin of the copy in the Content-Security-Policy of its pages.
 *
 * `embed.js` gives the frame of the check no origin on this site, and in such a frame Safari matches `'self'`
 * against nothing. Elsewhere the origin and `'self'` are the same.
 *
 * @param WP_Filesystem_Direct $files  Access to files.
 * @param string               $folder Folder of the check.
 * @return bool Whether all pages were written.
 */
function footing_name_origin( $files, $folder ) {
	$listed = $files->dirlist( $folder, false );
	foreach ( is_array( $listed ) ? array_keys( $listed ) : array() as $name ) {
		if ( '.html' !== substr( $name, -5 ) ) {
			continue;
		}
		$page  = (string) $files->get_contents( $folder . '/' . $name );
		$named = preg_replace_callback(
			'#<meta http-equiv="Content-Security-Policy" content="[^"]*"#',
			function ( $policy ) {
				return footing_with_origin( $policy[0] );
			},
			$page,
			1
		);
		if ( ! is_string( $named ) || ! $files->put_contents( $folder . '/' . $name, $named, 0644 ) ) {
			return false;
		}
	}
	return is_array( $listed );
}

/**
 * Adds the origin of the copy to each `'self'` of a policy.
 *
 * @param string $policy The policy, or a configuration with policies.
 * @return string The same with the origin.
 */
function footing_with_origin( $policy ) {
	$origin = footing_copy_origin();
	return '' === $origin ? $policy : str_replace( "'self'", "'self' " . $origin, $policy );
}

/**
 * Tells the origin of the copy for visitors.
 *
 * @return string The origin, or nothing where a policy could not name it.
 */
function footing_copy_origin() {
	$uploads = wp_upload_dir( null, false );
	// Not the scheme of this request: the scheduler may come by another.
	$scheme = wp_parse_url( home_url(), PHP_URL_SCHEME );
	return footing_origin( set_url_scheme( $uploads['baseurl'], 'https' === $scheme ? 'https' : 'http' ) );
}

/**
 * Writes the two files that are not the plugin's: the settings of the site and the headers.
 *
 * @param WP_Filesystem_Direct $files  Access to files.
 * @param string               $folder Folder of the check.
 * @return bool Whether both were written.
 */
function footing_write_beside( $files, $folder ) {
	$site = footing_settings()['site'];
	if ( '' === $site ) {
		$site = $files->get_contents( plugin_dir_path( FOOTING_FILE ) . 'check/site.json' );
	}
	return $files->put_contents( $folder . '/site.json', $site, 0644 )
		&& $files->put_contents( $folder . '/.htaccess', footing_headers( 'apache.txt' ), 0644 );
}

/**
 * Reads the headers for a kind of server, with the sites that may show the check.
 *
 * @param string $name File in `headers/` of the plugin.
 * @return string The configuration.
 */
function footing_headers( $name ) {
	$text = footing_filesystem()->get_contents( plugin_dir_path( FOOTING_FILE ) . 'headers/' . $name );
	$text = str_replace( FOOTING_PARTNERS_PLACE, implode( ' ', footing_partners() ), (string) $text );
	return footing_with_origin( $text );
}

/**
 * Lists the sites that may show the check beside the one it stands on: this site, where the uploads have
 * another host, and the partners in the settings. An origin of another form is left out.
 *
 * @return array Origins, such as `https://partner.example`.
 */
function footing_partners() {
	$site      = json_decode( footing_settings()['site'] );
	$listed    = isset( $site->partners ) && is_array( $site->partners ) ? $site->partners : array();
	$is_origin = function ( $origin ) {
		return is_string( $origin ) && 1 === preg_match( '#^https://[a-z0-9.-]{1,253}(:[0-9]{1,5})?$#D', $origin );
	};
	$partners  = array_filter( $listed, $is_origin );
	$own       = footing_origin( home_url() );
	if ( '' !== $own && footing_copy_origin() !== $own ) {
		array_unshift( $partners, $own );
	}
	return array_values( array_unique( $partners ) );
}

/**
 * Tells the origin of an address, as a policy has to name it.
 *
 * @param string $address The address.
 * @return string The origin, or nothing where a policy could not name it.
 */
function footing_origin( $address ) {
	$parts = wp_parse_url( $address );
	if ( ! is_array( $parts ) || empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	$port   = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	$origin = $parts['scheme'] . '://' . strtolower( $parts['host'] ) . $port;
	return 1 === preg_match( '#^https?://[a-z0-9.-]+(:[0-9]+)?$#D', $origin ) ? $origin : '';
}
