//! Names of this computer.

use std::net::Ipv4Addr;

/// A name of this computer. Each is a site of its own to a browser; another port alone is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// `localhost`, where hosts of the check stand.
    Localhost,
    /// 127.0.0.1, where everything else stands.
    First,
    /// 127.0.0.2.
    Second,
}

impl Site {
    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Site::Localhost => "localhost",
            Site::First => "127.0.0.1",
            Site::Second => "127.0.0.2",
        }
    }

    /// Where a server of this name listens.
    pub(crate) fn address(self) -> Ipv4Addr {
        match self {
            Site::Localhost | Site::First => Ipv4Addr::LOCALHOST,
            Site::Second => Ipv4Addr::new(127, 0, 0, 2),
        }
    }
}
