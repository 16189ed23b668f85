//! Window size and color scheme.

/// Emulated display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Window size.
    pub size: Size,
    /// Color scheme.
    pub scheme: Scheme,
}

/// Size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Preferred color scheme (`prefers-color-scheme`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl Size {
    /// Narrowest supported screen.
    pub const NARROWEST: Size = Size {
        width: 320,
        height: 640,
    };

    /// Small phone.
    pub const PHONE: Size = Size {
        width: 360,
        height: 740,
    };

    /// Tablet in portrait orientation.
    pub const TABLET: Size = Size {
        width: 768,
        height: 1024,
    };

    /// Laptop.
    pub const LAPTOP: Size = Size {
        width: 1280,
        height: 800,
    };
}

impl Scheme {
    /// CSS keyword.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}
