//! Leaving quickly.

use gloo::utils::window;

/// Opens a neutral page in place of this one. The entry of this page is replaced, so Back does not
/// lead here; earlier entries of the check show only its start screen, as answers live in memory.
pub(super) fn leave(to: &str) {
    let location = window().location();
    if location.replace(to).is_err() {
        // Refused in a frame that may not navigate: reload, which clears everything.
        let _ = location.reload();
    }
}
