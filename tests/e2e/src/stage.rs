//! What the page is looked at with.

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// How large it is.
    pub size: Size,
    /// How bright it is.
    pub scheme: Scheme,
}

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// What the person asked the device for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

impl Size {
    /// The narrowest screen that has to work.
    pub const NARROWEST: Size = Size {
        width: 320,
        height: 640,
    };

    /// A small phone.
    pub const PHONE: Size = Size {
        width: 360,
        height: 740,
    };

    /// A tablet, upright.
    pub const TABLET: Size = Size {
        width: 768,
        height: 1024,
    };

    /// A laptop.
    pub const LAPTOP: Size = Size {
        width: 1280,
        height: 800,
    };
}

impl Scheme {
    /// The name in CSS.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}
