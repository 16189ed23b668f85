//! Conditions on all sheets at once, written with `&` and `|`. There is no "not".

use std::ops::{BitAnd, BitOr};

use biodivine_lib_bdd::Bdd;

/// The sheets on which something holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When(pub Bdd);

impl BitAnd<&When> for &When {
    type Output = When;
    fn bitand(self, other: &When) -> When {
        When(self.0.and(&other.0))
    }
}

impl BitOr<&When> for &When {
    type Output = When;
    fn bitor(self, other: &When) -> When {
        When(self.0.or(&other.0))
    }
}

/// The same for values, so that tables read well.
macro_rules! by_value {
    ($trait:ident, $method:ident) => {
        impl $trait<When> for When {
            type Output = When;
            fn $method(self, other: When) -> When {
                (&self).$method(&other)
            }
        }
        impl $trait<&When> for When {
            type Output = When;
            fn $method(self, other: &When) -> When {
                (&self).$method(other)
            }
        }
        impl $trait<When> for &When {
            type Output = When;
            fn $method(self, other: When) -> When {
                self.$method(&other)
            }
        }
    };
}

by_value!(BitAnd, bitand);
by_value!(BitOr, bitor);
