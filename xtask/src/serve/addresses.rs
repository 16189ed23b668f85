//! Addresses of the local server: the check, and two fictional sites that embed it. They use three host
//! names of this computer, so that a browser treats them as three sites; different ports alone would count
//! as the same site.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

/// This computer's second loopback address. Linux has it by default; macOS only if the user adds it.
const SECOND: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

/// Environment variable that passes the addresses to the build hook of `serve`.
const TOLD: &str = "FOOTING_DEMO";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    port: u16,
    partner: Ipv4Addr,
}

impl Addresses {
    /// Detects whether the second loopback address is available.
    pub fn find(port: u16) -> Addresses {
        let has_second = TcpListener::bind((SECOND, port)).is_ok();
        Addresses {
            port,
            partner: if has_second {
                SECOND
            } else {
                Ipv4Addr::LOCALHOST
            },
        }
    }

    /// The addresses from the environment, or `None` if the build does not run under `serve`.
    pub fn from_environment() -> Option<Addresses> {
        Addresses::read(&std::env::var(TOLD).ok()?)
    }

    fn read(message: &str) -> Option<Addresses> {
        let (partner, port) = message.split_once(':')?;
        Some(Addresses {
            partner: partner.parse().ok()?,
            port: port.parse().ok()?,
        })
    }

    /// Passes the addresses to Trunk and to the builds it starts.
    pub fn hand_to(&self, trunk: &mut Command) {
        trunk.env(TOLD, format!("{}:{}", self.partner, self.port));
        trunk.args(["--address", &Ipv4Addr::LOCALHOST.to_string()]);
        if self.partner != Ipv4Addr::LOCALHOST {
            trunk.args(["--address", &self.partner.to_string()]);
        }
        trunk.args(["--port", &self.port.to_string()]);
    }

    /// Address of the check, with a trailing slash.
    pub fn check(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Address of the fictional center's page.
    pub fn center(&self) -> String {
        format!("http://127.0.0.1:{}/demo/center.html", self.port)
    }

    /// Address of the fictional partner's page.
    pub fn partner(&self) -> String {
        format!("http://{}:{}/demo/partner.html", self.partner, self.port)
    }

    /// Message that lists the addresses in the terminal.
    pub fn announcement(&self) -> String {
        let same = if self.partner == Ipv4Addr::LOCALHOST {
            format!(
                "  This computer has no second loopback address, so both pages are one site.\n  \
                 To have two: `sudo ifconfig lo0 alias {SECOND} up`, then start this again.\n"
            )
        } else {
            String::new()
        };
        format!(
            "\nFooting is at {}\n\nThe same check in made-up pages of other sites:\n  a center:  {}\n  \
             a partner: {} (every way to show it)\n{same}\nStop it with Ctrl-C.\n",
            self.check(),
            self.center(),
            self.partner(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sites_are_told_where_there_are_three() {
        let three = Addresses {
            port: 8080,
            partner: SECOND,
        };
        let said = three.announcement();
        for address in [
            "http://localhost:8080/",
            "http://127.0.0.1:8080/demo/center.html",
            "http://127.0.0.2:8080/demo/partner.html",
        ] {
            assert!(said.contains(address), "{said}");
        }
        assert!(!said.contains("ifconfig"), "{said}");
        let two = Addresses {
            port: 8080,
            partner: Ipv4Addr::LOCALHOST,
        };
        assert!(two.announcement().contains("ifconfig"));
    }

    #[test]
    fn what_is_handed_over_is_read_again() {
        let addresses = Addresses {
            port: 9000,
            partner: SECOND,
        };
        let mut trunk = Command::new("trunk");
        addresses.hand_to(&mut trunk);
        let message = trunk.get_envs().find(|(name, _)| *name == TOLD).unwrap();
        let message = message.1.unwrap().to_str().unwrap();
        assert_eq!(Addresses::read(message), Some(addresses));
        assert_eq!(Addresses::read("nonsense"), None);
    }
}
