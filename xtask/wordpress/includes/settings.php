<?php
/**
 * The settings page. WordPress's own options.php takes what is sent: it looks at the nonce and at the
 * right to change settings before footing_clean_settings() is asked.
 *
 * @package Footing
 */

defined( 'ABSPATH' ) || exit;

/** Adds "Footing" below "Settings". */
function footing_add_settings_page() {
	add_options_page( 'Footing self-check', 'Footing', FOOTING_CAPABILITY, 'footing', 'footing_settings_page' );
}

/** Registers the option and its fields. */
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
		'address' => 'Address of the check',
		'mode'    => 'How it is shown',
		'label'   => 'Title of the check',
	);
	foreach ( $fields as $name => $title ) {
		add_settings_field( 'footing-' . $name, $title, 'footing_field_' . $name, 'footing', 'footing', array( 'label_for' => 'footing-' . $name ) );
	}
}

/** Takes over what is good of what was sent. Where the address is not, the one from before stays. */
function footing_clean_settings( $sent ) {
	$sent    = is_array( $sent ) ? $sent : array();
	$kept    = footing_settings();
	$typed   = isset( $sent['address'] ) && is_scalar( $sent['address'] ) ? trim( (string) $sent['address'] ) : '';
	$address = footing_clean_address( $typed );
	if ( '' !== $typed && '' === $address ) {
		add_settings_error(
			FOOTING_OPTION,
			'footing-address',
			'This address cannot be used, so the one from before stays. Type an address that begins with https:// and has nothing after the folder, such as https://check.center.example/footing/.'
		);
		$address = $kept['address'];
	}
	return array(
		'address' => $address,
		'mode'    => isset( $sent['mode'] ) && is_string( $sent['mode'] ) && isset( footing_modes()[ $sent['mode'] ] ) ? $sent['mode'] : $kept['mode'],
		'label'   => footing_clean_label( isset( $sent['label'] ) ? $sent['label'] : '' ),
	);
}

/** Draws the field for the address. */
function footing_field_address() {
	printf(
		'<input type="url" class="regular-text code" id="footing-address" name="%1$s[address]" value="%2$s" placeholder="https://check.center.example/footing/" aria-describedby="footing-address-help">',
		esc_attr( FOOTING_OPTION ),
		esc_attr( footing_settings()['address'] )
	);
	echo '<p class="description" id="footing-address-help">The folder that holds the files of the check. Use another host name than this site has, such as a subdomain: then scripts on this site cannot read what a visitor answers.</p>';
}

/** Draws the choice of how the check is shown. */
function footing_field_mode() {
	printf( '<select id="footing-mode" name="%s[mode]" aria-describedby="footing-mode-help">', esc_attr( FOOTING_OPTION ) );
	foreach ( footing_modes() as $mode => $words ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $mode ), selected( footing_settings()['mode'], $mode, false ), esc_html( $words ) );
	}
	echo '</select><p class="description" id="footing-mode-help">A shortcode or block can say otherwise for its own page.</p>';
}

/** Draws the field for the title. */
function footing_field_label() {
	printf(
		'<input type="text" class="regular-text" id="footing-label" name="%1$s[label]" value="%2$s" maxlength="80" aria-describedby="footing-label-help">',
		esc_attr( FOOTING_OPTION ),
		esc_attr( footing_settings()['label'] )
	);
	echo '<p class="description" id="footing-label-help">The words on the button or link, and the name that a screen reader says for the check. Empty: the check uses its own.</p>';
}

/** Draws the page. */
function footing_settings_page() {
	if ( ! current_user_can( FOOTING_CAPABILITY ) ) {
		return;
	}
	$address = footing_settings()['address'];
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
		<?php if ( '' !== $address ) : ?>
			<p><a href="<?php echo esc_url( $address ); ?>" target="_blank" rel="noopener noreferrer">Open the check by itself (in a new tab)</a></p>
		<?php endif; ?>
		<h2>Put it on a page</h2>
		<p>Add the block "Footing self-check", or write this shortcode where the check should stand:</p>
		<p><code>[footing]</code></p>
		<p>Options may follow, such as <code>[footing mode="popup" label="Take the self-check" theme="light"]</code>. The file readme.txt lists them all.</p>
		<h2>If the check does not show</h2>
		<ol>
			<li>Only the phone numbers show: open the check by itself, with the link above. If it does not open, the address is wrong or its files are not there.</li>
			<li>It opens by itself, but not on this site: the server of the check has to name this site. Open <code>setup.html</code> there, write <code><?php echo esc_html( footing_own_origin() ); ?></code> among the partners, and put the headers it shows on that server.</li>
			<li>Still nothing: a plugin for security or speed may hold back scripts from another address. Allow the address of the check there, for scripts and for frames, and turn off "delay" or "combine" for <code>embed.js</code>.</li>
			<li>Old settings still show: empty the cache of this site.</li>
		</ol>
		<p>Until the check shows, and wherever it cannot, visitors see these lines:</p>
		<?php echo wp_kses_post( footing_help_lines() ); ?>
	</div>
	<?php
}

/** Where this site is, as the server of the check has to name it. */
function footing_own_origin() {
	$parts = wp_parse_url( home_url() );
	$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return $parts['scheme'] . '://' . $parts['host'] . $port;
}

/** Puts "Settings" beside the plugin in the list of plugins. */
function footing_link_to_settings( $links ) {
	$link = sprintf( '<a href="%s">Settings</a>', esc_url( admin_url( 'options-general.php?page=footing' ) ) );
	array_unshift( $links, $link );
	return $links;
}
