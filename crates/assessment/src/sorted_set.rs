//! A set as a sorted list.

use std::fmt;
use std::slice;
use std::vec;

/// A small set, kept as a sorted list. It has the methods of [`std::collections::BTreeSet`] that are used here,
/// and weighs 8 KB less in the module: sets of items and rules hold a few dozen entries.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedSet<T>(Vec<T>);

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        SortedSet(Vec::new())
    }
}

impl<T: Ord> SortedSet<T> {
    /// The empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry, and tells whether it is new.
    pub fn insert(&mut self, entry: T) -> bool {
        match self.0.binary_search(&entry) {
            Ok(_) => false,
            Err(position) => {
                self.0.insert(position, entry);
                true
            }
        }
    }

    /// Tells whether it holds an entry.
    pub fn contains(&self, entry: &T) -> bool {
        self.0.binary_search(entry).is_ok()
    }

    /// Keeps the entries for which a condition holds.
    pub fn retain(&mut self, holds: impl FnMut(&T) -> bool) {
        self.0.retain(holds);
    }

    /// Iterates over the entries in order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells whether each of its entries is in another set.
    pub fn is_subset(&self, other: &SortedSet<T>) -> bool {
        self.iter().all(|entry| other.contains(entry))
    }
}

impl<T: fmt::Debug> fmt::Debug for SortedSet<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(&self.0).finish()
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, entries: I) {
        for entry in entries {
            self.insert(entry);
        }
    }
}

impl<'a, T: Ord + Copy> Extend<&'a T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, entries: I) {
        self.extend(entries.into_iter().copied());
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let mut set = SortedSet::new();
        set.extend(entries);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SortedSet<T> {
    fn from(entries: [T; N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every sequence of six inserts and removals of three entries gives what a `BTreeSet` gives.
    #[test]
    fn behaves_as_an_ordered_set() {
        for mut code in 0..6_u32.pow(6) {
            let (mut list, mut tree) = (SortedSet::new(), BTreeSet::new());
            for _ in 0..6 {
                let (entry, removes) = (code % 3, code / 3 % 2 == 1);
                code /= 6;
                if removes {
                    list.retain(|kept| *kept != entry);
                    tree.retain(|kept| *kept != entry);
                } else {
                    assert_eq!(list.insert(entry), tree.insert(entry));
                }
                assert_eq!(list.contains(&entry), tree.contains(&entry));
            }
            assert!(list.iter().eq(tree.iter()), "{list:?} {tree:?}");
            assert_eq!((list.len(), list.is_empty()), (tree.len(), tree.is_empty()));
        }
    }
}
