//! How many browsers run at the same time.

use std::sync::{Condvar, Mutex, PoisonError};

/// More would make each other slow on two cores, and waits run out.
const MOST: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

/// The right to run one browser, given back when dropped.
#[derive(Debug)]
pub(crate) struct Permit(());

impl Permit {
    /// Waits for a place.
    pub(crate) fn take() -> Permit {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = GIVEN_BACK
            .wait_while(taken, |taken| *taken >= MOST)
            .unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Permit(())
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        GIVEN_BACK.notify_one();
    }
}
