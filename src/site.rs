//! Settings of the site that shows the check.
//!
//! Nothing here can ever change a computed result: `assessment` does not know this room.

/// What a site may set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The neutral page that "Leave quickly" opens.
    pub leave_to: String,
}

impl Default for Site {
    fn default() -> Site {
        Site {
            leave_to: "https://www.weather.gov/".into(),
        }
    }
}
