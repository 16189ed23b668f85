//! Semaphore that limits how many tests run browsers at the same time.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{Condvar, Mutex, PoisonError};

/// More would exceed timeouts on two cores.
const MAX: usize = 2;

static IN_USE: Mutex<usize> = Mutex::new(0);
static RELEASED: Condvar = Condvar::new();

thread_local! {
    /// Number of browsers that this thread, and so this test, runs.
    static HELD: Cell<usize> = const { Cell::new(0) };
}

/// Permit to run one browser, released on drop.
///
/// Counted once per test: two tests that each held one permit and waited for a second would
/// deadlock.
#[derive(Debug)]
pub(crate) struct Permit(PhantomData<*const ()>);

impl Permit {
    /// Blocks until a permit is free, unless this test already holds one.
    pub(crate) fn acquire() -> Permit {
        let held = HELD.get();
        HELD.set(held + 1);
        if held == 0 {
            let in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
            let mut in_use = RELEASED
                .wait_while(in_use, |in_use| *in_use >= MAX)
                .unwrap_or_else(PoisonError::into_inner);
            *in_use += 1;
        }
        // Not `Send`: another thread would release it for another test.
        Permit(PhantomData)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let held = HELD.get() - 1;
        HELD.set(held);
        if held == 0 {
            *IN_USE.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            RELEASED.notify_one();
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
                    let _one = Permit::acquire();
                    all_have_one.wait();
                    let _two = Permit::acquire();
                });
            }
        });
    }
}
