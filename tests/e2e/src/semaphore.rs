//! Semaphore that limits how many tests run browsers at the same time.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use tokio::sync::{Semaphore, SemaphorePermit};

/// More would exceed timeouts on two cores.
const MAX: usize = 2;

static SEMAPHORE: Semaphore = Semaphore::const_new(MAX);

thread_local! {
    /// Permit that this thread, and so this test, holds.
    static OWN: RefCell<Weak<SemaphorePermit<'static>>> = const { RefCell::new(Weak::new()) };
}

/// Permit to run browsers, released when the last browser of a test is dropped.
pub(crate) type Permit = Rc<SemaphorePermit<'static>>;

/// Waits until a permit is free, unless this test already holds one.
///
/// Counted once per test: two tests that each held one permit and waited for a second would
/// deadlock.
pub(crate) async fn acquire() -> Permit {
    if let Some(own) = OWN.with_borrow(Weak::upgrade) {
        return own;
    }
    let permit = Rc::new(SEMAPHORE.acquire().await.unwrap());
    OWN.set(Rc::downgrade(&permit));
    permit
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::{MAX, Permit, acquire};

    fn permit() -> Permit {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        runtime.unwrap().block_on(acquire())
    }

    #[test]
    fn tests_with_two_browsers_each_do_not_deadlock() {
        let all_have_one = Barrier::new(MAX);
        std::thread::scope(|scope| {
            for _ in 0..MAX {
                scope.spawn(|| {
                    let _one = permit();
                    all_have_one.wait();
                    let _two = permit();
                });
            }
        });
    }
}
