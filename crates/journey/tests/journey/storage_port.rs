//! The storage port on an in-memory storage: refused, full, changed by another tab, or gone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use assessment::Day;
use content::questionnaire;
use journey::saved::{Found, write_open};
use journey::{OnConflict, StorageArea, StorageMsg, StorageNote, StoragePort};

/// An in-memory storage shared by two tabs.
#[derive(Clone, Default)]
struct Memory {
    entry: Rc<RefCell<Option<String>>>,
    refusal: Rc<Cell<Option<StorageNote>>>,
    forgets: Rc<Cell<bool>>,
    clings: Rc<Cell<bool>>,
}

impl StorageArea for Memory {
    fn get(&self) -> Result<Option<String>, StorageNote> {
        Ok(self.entry.borrow().clone())
    }

    fn set(&self, text: &str) -> Result<(), StorageNote> {
        match self.refusal.get() {
            Some(note) => Err(note),
            None if self.forgets.get() => Ok(()),
            None => {
                self.entry.replace(Some(text.to_owned()));
                Ok(())
            }
        }
    }

    fn remove(&self) {
        if !self.clings.get() {
            self.entry.replace(None);
        }
    }
}

fn today() -> Day {
    Day::read("2026-11-28").unwrap()
}

fn look(port: &StoragePort<Memory>) -> Found {
    match port.look(questionnaire(), today(), true) {
        Some(StorageMsg::Found(_, found, true)) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_written_is_found_again_and_gone_once_it_is_erased() {
    let memory = Memory::default();
    let port = StoragePort::new(Some(memory.clone()));
    assert_eq!(look(&port), Found::Nothing);
    let text = write_open(Day::read("2026-12-28").unwrap(), "");
    assert_eq!(port.write(&text, OnConflict::Refuse), StorageMsg::Written);
    assert!(!port.is_changed_elsewhere());
    assert_ne!(look(&port), Found::Nothing);
    assert_eq!(port.erase(), StorageMsg::Erased(true));
    assert_eq!(*memory.entry.borrow(), None);
}

#[test]
fn what_another_tab_wrote_is_overwritten_only_where_the_person_says_so() {
    let memory = Memory::default();
    let [one, other] = [(); 2].map(|()| StoragePort::new(Some(memory.clone())));
    look(&one);
    look(&other);
    assert_eq!(
        other.write("other", OnConflict::Refuse),
        StorageMsg::Written
    );
    assert!(one.is_changed_elsewhere());
    let refused = StorageMsg::Failed(StorageNote::Elsewhere);
    assert_eq!(one.write("one", OnConflict::Refuse), refused);
    assert_eq!(memory.entry.borrow().as_deref(), Some("other"));
    assert_eq!(one.write("one", OnConflict::Replace), StorageMsg::Written);
    assert_eq!(memory.entry.borrow().as_deref(), Some("one"));
}

#[test]
fn a_storage_that_refuses_is_full_or_forgets_is_reported() {
    let memory = Memory::default();
    let port = StoragePort::new(Some(memory.clone()));
    for note in [StorageNote::Full, StorageNote::Refused] {
        memory.refusal.set(Some(note));
        let failed = StorageMsg::Failed(note);
        assert_eq!(port.write("text", OnConflict::Refuse), failed);
    }
    memory.refusal.set(None);
    memory.forgets.set(true);
    let failed = StorageMsg::Failed(StorageNote::Refused);
    assert_eq!(port.write("text", OnConflict::Refuse), failed);
}

#[test]
fn what_cannot_be_erased_is_said_to_be_there() {
    let memory = Memory::default();
    let port = StoragePort::new(Some(memory.clone()));
    assert_eq!(port.write("text", OnConflict::Refuse), StorageMsg::Written);
    memory.clings.set(true);
    assert_eq!(port.erase(), StorageMsg::Erased(false));
}

#[test]
fn without_a_storage_nothing_is_found_and_nothing_is_written() {
    let port = StoragePort::<Memory>::new(None);
    assert_eq!(port.look(questionnaire(), today(), true), None);
    let failed = StorageMsg::Failed(StorageNote::Refused);
    assert_eq!(port.write("text", OnConflict::Replace), failed);
    assert_eq!(port.erase(), StorageMsg::Erased(false));
}
