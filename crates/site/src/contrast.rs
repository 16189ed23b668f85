//! Contrast ratio of two colors by WCAG 2.2, in integers.

use super::colors::{Rgb, Scheme};

/// Minimum contrast of text, in hundredths: 4.5 to 1.
pub const ENOUGH: u32 = 450;

/// Luminance of white: the weights of red, green and blue add up to 10 000.
const FULL: u32 = 10_000 * 65_535;

/// Flare: 5 % of white, which the formula adds to both luminances.
const FLARE: u32 = FULL / 20;

const WHITE: Rgb = Rgb([0xff, 0xff, 0xff]);

const DARK: Rgb = Rgb([0x0b, 0x24, 0x22]);

/// Lookup table: linear light of each of the 256 channel values, in parts of 65 535. It avoids
/// floating-point powers; a test compares it with the formula.
#[rustfmt::skip]
const LIGHT: [u16; 256] = [
    0, 20, 40, 60, 80, 99, 119, 139, 159, 179, 199, 219, 241, 264, 288, 313,
    340, 367, 396, 427, 458, 491, 526, 562, 599, 637, 677, 718, 761, 805, 851, 898,
    947, 997, 1048, 1101, 1156, 1212, 1270, 1330, 1391, 1453, 1517, 1583, 1651, 1720, 1790, 1863,
    1937, 2013, 2090, 2170, 2250, 2333, 2418, 2504, 2592, 2681, 2773, 2866, 2961, 3058, 3157, 3258,
    3360, 3464, 3570, 3678, 3788, 3900, 4014, 4129, 4247, 4366, 4488, 4611, 4736, 4864, 4993, 5124,
    5257, 5392, 5530, 5669, 5810, 5953, 6099, 6246, 6395, 6547, 6700, 6856, 7014, 7174, 7335, 7500,
    7666, 7834, 8004, 8177, 8352, 8528, 8708, 8889, 9072, 9258, 9445, 9635, 9828, 10022, 10219, 10417,
    10619, 10822, 11028, 11235, 11446, 11658, 11873, 12090, 12309, 12530, 12754, 12980, 13209, 13440, 13673, 13909,
    14146, 14387, 14629, 14874, 15122, 15371, 15623, 15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727, 18001,
    18277, 18556, 18837, 19121, 19407, 19696, 19987, 20281, 20577, 20876, 21177, 21481, 21787, 22096, 22407, 22721,
    23038, 23357, 23678, 24002, 24329, 24658, 24990, 25325, 25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094,
    28452, 28813, 29176, 29542, 29911, 30282, 30656, 31033, 31412, 31794, 32179, 32567, 32957, 33350, 33745, 34143,
    34544, 34948, 35355, 35764, 36176, 36591, 37008, 37429, 37852, 38278, 38706, 39138, 39572, 40009, 40449, 40891,
    41337, 41785, 42236, 42690, 43147, 43606, 44069, 44534, 45002, 45473, 45947, 46423, 46903, 47385, 47871, 48359,
    48850, 49344, 49841, 50341, 50844, 51349, 51858, 52369, 52884, 53401, 53921, 54445, 54971, 55500, 56032, 56567,
    57105, 57646, 58190, 58737, 59287, 59840, 60396, 60955, 61517, 62082, 62650, 63221, 63795, 64372, 64952, 65535,
];

/// Relative luminance of a color, in parts of [`FULL`].
fn luminance(Rgb(channels): Rgb) -> u32 {
    let weighed = channels.into_iter().zip([2_126, 7_152, 722]);
    weighed
        .map(|(channel, weight)| {
            let light = LIGHT.get(usize::from(channel)).copied();
            u32::from(light.unwrap_or_default()) * weight
        })
        .sum()
}

/// Contrast ratio of two colors in hundredths, from 100 to 2100, rounded down.
pub fn ratio(one: Rgb, other: Rgb) -> u32 {
    let (one, other) = (luminance(one) + FLARE, luminance(other) + FLARE);
    let (bright, dim) = (one.max(other), one.min(other));
    let hundredths = (u64::from(bright) * 100).checked_div(u64::from(dim));
    hundredths
        .and_then(|ratio| u32::try_from(ratio).ok())
        .unwrap_or_default()
}

/// Lowest contrast that text in this color has on the backgrounds of a scheme.
pub fn least(color: Rgb, scheme: Scheme) -> u32 {
    let ratios = scheme.grounds().map(|ground| ratio(color, ground));
    ratios.into_iter().min().unwrap_or_default()
}

/// Tells whether text in this color has enough contrast on every background of a scheme.
pub fn passes(color: Rgb, scheme: Scheme) -> bool {
    least(color, scheme) >= ENOUGH
}

/// Text color on this background: light or dark, whichever has more contrast.
pub fn words_on(color: Rgb) -> Rgb {
    if ratio(color, WHITE) >= ratio(color, DARK) {
        WHITE
    } else {
        DARK
    }
}

/// Finds the nearest color that passes, by changing only the lightness.
pub fn nearest(color: Rgb, scheme: Scheme) -> Option<Rgb> {
    let Rgb(channels) = color;
    let (least, most) = (channels.iter().min()?, channels.iter().max()?);
    // Doubled lightness, so that it stays an integer.
    let lightness = i32::from(*least) + i32::from(*most);
    let steps = (0..=510).flat_map(|step| [lightness - step, lightness + step]);
    steps
        .filter(|lightness| (0..=510).contains(lightness))
        .filter_map(|lightness| with_lightness(color, lightness))
        .find(|color| passes(*color, scheme))
}

/// Replaces the lightness (doubled, 0 to 510); keeps hue and saturation.
fn with_lightness(Rgb(channels): Rgb, lightness: i32) -> Option<Rgb> {
    let channels = channels.map(i32::from);
    let (least, most) = (*channels.iter().min()?, *channels.iter().max()?);
    let room = |lightness: i32| 255 - (lightness - 255).abs();
    // The largest possible spread of channels, before and after, keeps the saturation.
    let (spread, room_now) = (most - least, room(least + most));
    let spread_then = (spread * room(lightness))
        .checked_div(room_now)
        .unwrap_or(0);
    let base = (lightness - spread_then) / 2;
    let [red, green, blue] = channels.map(|channel| {
        let part = ((channel - least) * spread_then).checked_div(spread);
        u8::try_from(base + part.unwrap_or(0)).ok()
    });
    Some(Rgb([red?, green?, blue?]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_arithmetic)]

    use super::*;

    /// Formula of WCAG 2.2 in floating point.
    fn by_the_formula(one: Rgb, other: Rgb) -> f64 {
        let luminance = |Rgb(channels): Rgb| {
            let [red, green, blue] = channels.map(|channel| {
                let part = f64::from(channel) / 255.0;
                if part <= 0.04045 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn contrast_matches_the_wcag_formula() {
        let black = Rgb([0, 0, 0]);
        for step in 0..=255 {
            for color in [[step, 0, 0], [0, step, 0], [0, 0, step], [step; 3]].map(Rgb) {
                for other in [black, WHITE, Rgb([0x18, 0x22, 0x25])] {
                    let expected = by_the_formula(color, other) * 100.0;
                    let found = f64::from(ratio(color, other));
                    // Tolerance: rounding down, and luminance in steps of 1/65 535.
                    assert!(
                        (expected - found - 0.5).abs() <= 1.0,
                        "{color} {other}: {expected}"
                    );
                }
            }
        }
        assert_eq!(ratio(black, WHITE), 2_100);
        assert_eq!(ratio(WHITE, WHITE), 100);
    }

    #[test]
    fn known_color_pairs_have_their_known_contrast() {
        let gray = Rgb::read("#767676").unwrap();
        assert_eq!(ratio(gray, WHITE), 454);
        let gray = Rgb::read("#777777").unwrap();
        assert_eq!(ratio(gray, WHITE), 447);
    }

    #[test]
    fn text_on_a_passing_color_is_readable() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let color = Rgb([red, green, blue]);
                    for scheme in [Scheme::Light, Scheme::Dark] {
                        if passes(color, scheme) {
                            assert!(ratio(words_on(color), color) >= ENOUGH, "{color}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn nearest_color_passes_and_keeps_its_hue() {
        for red in (0..=255_u8).step_by(15) {
            for green in (0..=255_u8).step_by(15) {
                for blue in (0..=255_u8).step_by(15) {
                    let color = Rgb([red, green, blue]);
                    for scheme in [Scheme::Light, Scheme::Dark] {
                        let found = nearest(color, scheme).unwrap();
                        assert!(passes(found, scheme), "{color}: {found}");
                        assert_eq!(found == color, passes(color, scheme), "{color}: {found}");
                        let [r, g, b] = found.0;
                        // The order of the channels determines the hue sector.
                        for (one, other, then, and) in
                            [(red, green, r, g), (green, blue, g, b), (red, blue, r, b)]
                        {
                            assert!(
                                one.cmp(&other) == then.cmp(&and) || then == and,
                                "{color}: {found}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn almost_passing_color_changes_little() {
        let gray = Rgb([0x80; 3]);
        let found = nearest(gray, Scheme::Light).unwrap();
        let [channel, ..] = found.0;
        let lighter = Rgb([channel + 1; 3]);
        assert!(
            !passes(lighter, Scheme::Light),
            "{found} is not the nearest"
        );
    }
}
