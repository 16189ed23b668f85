//! How many tests run browsers at the same time.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{Condvar, Mutex, PoisonError};

/// More would make each other slow on two cores, and waits run out.
const MAX: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

thread_local! {
    /// How many browsers this test runs.
    static OWN: Cell<usize> = const { Cell::new(0) };
}

/// The right to run one browser, given back when dropped.
///
/// It is the test that waits for a place, and that once: two tests that each had one browser and waited
/// for a second would wait for ever.
#[derive(Debug)]
pub(crate) struct Permit(PhantomData<*const ()>);

impl Permit {
    /// Waits for a place, if this test has none.
    pub(crate) fn take() -> Permit {
        let own = OWN.get();
        OWN.set(own + 1);
        if own == 0 {
            let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
            let mut taken = GIVEN_BACK
                .wait_while(taken, |taken| *taken >= MAX)
                .unwrap_or_else(PoisonError::into_inner);
            *taken += 1;
        }
        // Not to be given back by another thread, which would count for another test.
        Permit(PhantomData)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let own = OWN.get() - 1;
        OWN.set(own);
        if own == 0 {
            *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            GIVEN_BACK.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::{MAX, Permit};

    #[test]
    fn tests_with_two_browsers_each_do_not_deadlock() {
        let all_have_one = Barrier::new(MAX);
        std::thread::scope(|scope| {
            for _ in 0..MAX {
                scope.spawn(|| {
                    let _one = Permit::take();
                    all_have_one.wait();
                    let _two = Permit::take();
                });
            }
        });
    }
}
