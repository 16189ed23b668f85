//! Local sites, which browsers treat as different sites.

use std::net::Ipv4Addr;

/// Host name of this computer. Browsers treat each as a separate site; ports alone do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// `localhost`, for host pages.
    Localhost,
    /// 127.0.0.1, the default.
    First,
    /// 127.0.0.2.
    Second,
}

impl Site {
    /// Host name in URLs.
    pub fn name(self) -> &'static str {
        match self {
            Site::Localhost => "localhost",
            Site::First => "127.0.0.1",
            Site::Second => "127.0.0.2",
        }
    }

    /// Address to listen on.
    pub(crate) fn address(self) -> Ipv4Addr {
        match self {
            Site::Localhost | Site::First => Ipv4Addr::LOCALHOST,
            Site::Second => Ipv4Addr::new(127, 0, 0, 2),
        }
    }
}
