<?php
/**
 * The settings page. WordPress's own options.php takes what is sent: it looks at the nonce and at the
 * right to change settings before footing_clean_settings() is asked.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/**
 * Adds "Footing" below "Settings".
 */
function footing_add_settings_page() {
	add_options_page( 'Footing self-check', 'Footing', FOOTING_CAPABILITY, 'footing', 'footing_settings_page' );
}

/**
 * Registers the option and its fields.
 */
function footing_register_settings() {
	register_setting(
		'footing',
		FOOTING_OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => 'footing_clean_settings',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'footing', '', '__return_false', 'footing' );
	$fields = array(
		'mode'    => 'How it is shown',
		'label'   => 'Title of the check',
		'site'    => 'Settings of the check',
		'address' => 'Another address of the check',
	);
	foreach ( $fields as $name => $title ) {
		add_settings_field( 'footing-' . $name, $title, 'footing_field_' . $name, 'footing', 'footing', array( 'label_for' => 'footing-' . $name ) );
	}
}

/**
 * Loads the script that looks whether the headers of the check arrive, on the settings page alone.
 *
 * @param string $page Name of the page.
 */
function footing_load_settings_script( $page ) {
	if ( 'settings_page_footing' === $page ) {
		wp_enqueue_script( 'footing-settings', plugins_url( 'includes/settings.js', FOOTING_FILE ), array(), FOOTING_VERSION, true );
	}
}

/**
 * Takes over what is good of what was sent. Where something is not, what was there before stays.
 *
 * @param mixed $sent What was sent.
 * @return array The settings to keep.
 */
function footing_clean_settings( $sent ) {
	$sent  = is_array( $sent ) ? $sent : array();
	$kept  = footing_settings();
	$typed = array();
	foreach ( array( 'address', 'site' ) as $name ) {
		$typed[ $name ] = isset( $sent[ $name ] ) && is_scalar( $sent[ $name ] ) ? trim( (string) $sent[ $name ] ) : '';
	}
	$address = footing_clean_address( $typed['address'] );
	if ( '' !== $typed['address'] && '' === $address ) {
		add_settings_error(
			FOOTING_OPTION,
			'footing-address',
			'This address cannot be used, so the one from before stays. Type an address that begins with https:// and has nothing after the folder, such as https://check.center.example/footing/, or leave the field empty.'
		);
		$address = $kept['address'];
	}
	$site = footing_clean_site( $typed['site'] );
	if ( '' !== $typed['site'] && '' === $site ) {
		add_settings_error(
			FOOTING_OPTION,
			'footing-site',
			'These settings of the check cannot be read, so the ones from before stay. Copy all of site.json from the setup page, from the first brace to the last.'
		);
		$site = $kept['site'];
	}
	return array(
		'address' => $address,
		'mode'    => isset( $sent['mode'] ) && is_string( $sent['mode'] ) && isset( footing_modes()[ $sent['mode'] ] ) ? $sent['mode'] : $kept['mode'],
		'label'   => footing_clean_label( isset( $sent['label'] ) ? $sent['label'] : '' ),
		'site'    => $site,
	);
}

/**
 * Draws the choice of how the check is shown.
 */
function footing_field_mode() {
	printf( '<select id="footing-mode" name="%s[mode]" aria-describedby="footing-mode-help">', esc_attr( FOOTING_OPTION ) );
	foreach ( footing_modes() as $mode => $words ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $mode ), selected( footing_settings()['mode'], $mode, false ), esc_html( $words ) );
	}
	echo '</select><p class="description" id="footing-mode-help">A shortcode or block can say otherwise for its own page.</p>';
}

/**
 * Draws the field for the title.
 */
function footing_field_label() {
	printf(
		'<input type="text" class="regular-text" id="footing-label" name="%1$s[label]" value="%2$s" maxlength="80" aria-describedby="footing-label-help">',
		esc_attr( FOOTING_OPTION ),
		esc_attr( footing_settings()['label'] )
	);
	echo '<p class="description" id="footing-label-help">The words on the button or link, and the name that a screen reader says for the check. Empty: the check uses its own.</p>';
}

/**
 * Draws the field for the settings of the check.
 */
function footing_field_site() {
	printf(
		'<textarea class="large-text code" id="footing-site" name="%1$s[site]" rows="8" spellcheck="false" aria-describedby="footing-site-help">%2$s</textarea>',
		esc_attr( FOOTING_OPTION ),
		esc_textarea( footing_settings()['site'] )
	);
	printf(
		'<p class="description" id="footing-site-help">Name and phone number of your center, colors and more. Fill in <a href="%s" target="_blank" rel="noopener noreferrer">the setup page (in a new tab)</a>, copy its site.json and paste it here. An update of the plugin keeps it. A logo cannot be shown this way; for that, use an address of your own. Empty: the check names no center.</p>',
		esc_url( footing_own_address() . 'setup.html' )
	);
}

/**
 * Draws the field for the address.
 */
function footing_field_address() {
	printf(
		'<input type="url" class="regular-text code" id="footing-address" name="%1$s[address]" value="%2$s" placeholder="https://check.center.example/footing/" aria-describedby="footing-address-help">',
		esc_attr( FOOTING_OPTION ),
		esc_attr( footing_settings()['address'] )
	);
	echo '<p class="description" id="footing-address-help">Empty: the check runs from this site. Or the folder that holds its files on another host name, such as a subdomain. There visitors can keep answers on their device, and no script of this site has the same origin as the check. The settings above do not reach it: it has a site.json of its own.</p>';
}

/**
 * Draws the page.
 */
function footing_settings_page() {
	if ( ! current_user_can( FOOTING_CAPABILITY ) ) {
		return;
	}
	$is_own = '' === footing_settings()['address'];
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<p>Footing asks plain questions and suggests where to start with addiction treatment. It runs in the visitor's own browser. This plugin shows it on your pages; it counts nobody and sends nothing.</p>
		<form action="<?php echo esc_url( admin_url( 'options.php' ) ); ?>" method="post">
			<?php
			settings_fields( 'footing' );
			do_settings_sections( 'footing' );
			submit_button( 'Save' );
			?>
		</form>
		<p><a href="<?php echo esc_url( footing_address() ); ?>" target="_blank" rel="noopener noreferrer">Open the check by itself (in a new tab)</a></p>
		<h2>Put it on a page</h2>
		<p>Add the block "Footing self-check", or write this shortcode where the check should stand:</p>
		<p><code>[footing]</code></p>
		<p>Options may follow, such as <code>[footing mode="popup" label="Take the self-check" theme="light"]</code>. The file readme.txt lists them all.</p>
		<?php
		if ( $is_own ) {
			footing_own_section();
		} else {
			footing_elsewhere_section();
		}
		?>
		<h2>Without scripts</h2>
		<p>Until the check shows, and wherever it cannot, visitors see these lines:</p>
		<?php echo wp_kses_post( footing_help_lines() ); ?>
	</div>
	<?php
}

/**
 * Tells about the check on this site: whether its headers arrive, and what to do where they do not.
 */
function footing_own_section() {
	$path = (string) wp_parse_url( footing_own_address(), PHP_URL_PATH );
	?>
	<h2>The check on this site</h2>
	<?php if ( ! footing_has_copy() ) : ?>
		<p><strong>The folder for uploads cannot be written, so the check runs from the folder of the plugin: without its headers, and without the settings above.</strong> Let PHP write there, then open this page again.</p>
	<?php endif; ?>
	<div id="footing-headers" role="status" data-file="<?php echo esc_url( footing_own_address() . 'start.js' ); ?>">
		<p hidden data-footing="good"><strong>The headers of the check arrive.</strong> Its frame has no origin of its own: scripts on your pages cannot read what a visitor answers.</p>
		<p hidden data-footing="bad"><strong>The headers of the check do not arrive.</strong> The check runs, but scripts on your pages could read what a visitor answers, and the check tells visitors so. Put in the lines for your server below, or use an address of its own.</p>
		<p hidden data-footing="gone"><strong>The files of the check do not arrive.</strong> Visitors see the phone numbers alone. A plugin for security may hold back files in the uploads; or use an address of its own.</p>
	</div>
	<p>On this site, keeping answers on the device is off in your pages. Somebody who opens the check by itself can keep them; then they are in the storage of this site, where its scripts could read them. An address of its own has neither limit.</p>
	<p>Apache and LiteSpeed read the headers from the file .htaccess in the folder, unless the host switched that off (AllowOverride). nginx reads no such file: give whoever runs it these lines.</p>
	<details>
		<summary>Lines for nginx</summary>
		<p><label for="footing-nginx-http">Into the http block:</label></p>
		<p><textarea class="large-text code" id="footing-nginx-http" rows="6" readonly><?php echo esc_textarea( footing_headers( 'nginx-http.txt' ) ); ?></textarea></p>
		<p><label for="footing-nginx-server">Into the server block:</label></p>
		<p><textarea class="large-text code" id="footing-nginx-server" rows="6" readonly><?php echo esc_textarea( "location ^~ $path {\n" . footing_headers( 'nginx-server.txt' ) . "}\n" ); ?></textarea></p>
	</details>
	<?php
}

/**
 * Tells what to look at where the check is on another host.
 */
function footing_elsewhere_section() {
	?>
	<h2>If the check does not show</h2>
	<ol>
		<li>Only the phone numbers show: open the check by itself, with the link above. If it does not open, the address is wrong or its files are not there.</li>
		<li>It opens by itself, but not on this site: the server of the check has to name this site. Open <code>setup.html</code> there, write <code><?php echo esc_html( footing_origin( home_url() ) ); ?></code> among the partners, and put the headers it shows on that server.</li>
		<li>Still nothing: a plugin for security or speed may hold back scripts from another address. Allow the address of the check there, for scripts and for frames, and turn off "delay" or "combine" for <code>embed.js</code>.</li>
		<li>Old settings still show: empty the cache of this site.</li>
	</ol>
	<?php
}

/**
 * Puts "Settings" beside the plugin in the list of plugins.
 *
 * @param array $links Links of the plugin.
 * @return array The links with one more.
 */
function footing_link_to_settings( $links ) {
	$link = sprintf( '<a href="%s">Settings</a>', esc_url( admin_url( 'options-general.php?page=footing' ) ) );
	array_unshift( $links, $link );
	return $links;
}
