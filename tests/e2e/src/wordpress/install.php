// Run once, before WordPress is served: the tables, an administrator and a subscriber.
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Harbor Recovery Center', 'admin', 'admin@center.example', false, '', 'admin-word' );
wp_insert_user( array( 'user_login' => 'reader', 'user_pass' => 'reader-word', 'role' => 'subscriber' ) );
echo $GLOBALS['wp_version'];
