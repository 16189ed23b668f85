//! Ways to contact a person: `tel:`, `sms:` and `mailto:` URLs, and the payload of a contact
//! request.
//!
//! The URLs open the device's own apps. Nothing here sends anything.

mod payload;

pub use payload::{as_text, payload};

/// `tel:` URL of a number.
pub fn tel(number: &str) -> String {
    format!("tel:{}", dialled(number))
}

/// `sms:` URL of a number, with the message text if there is one.
pub fn sms(number: &str, body: Option<&str>) -> String {
    match body {
        // Both Android and iOS understand `?&body=`.
        Some(body) => format!("sms:{}?&body={body}", dialled(number)),
        None => format!("sms:{}", dialled(number)),
    }
}

/// `mailto:` URL of an email address.
pub fn mail(address: &str) -> String {
    format!("mailto:{address}")
}

/// `mailto:` URL of an email address; a web address is returned unchanged.
pub fn mail_or_page(address: &str) -> String {
    if address.contains("://") {
        address.to_owned()
    } else {
        mail(address)
    }
}

/// `https:` URL of a site named without its scheme.
pub fn web(site: &str) -> String {
    format!("https://{site}/")
}

/// The digits to dial. A number with a country code, which 11-digit US numbers have, keeps or gets
/// its plus sign, so that it works from any phone.
fn dialled(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let is_international = number.trim_start().starts_with('+');
    if is_international || (digits.len() == 11 && digits.starts_with('1')) {
        format!("+{digits}")
    } else {
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::{sms, tel};

    #[test]
    fn tel_adds_country_code_to_long_us_numbers_only() {
        assert_eq!(tel("911"), "tel:911");
        assert_eq!(tel("1-800-662-4357"), "tel:+18006624357");
        assert_eq!(tel("+44 20 7946 0958"), "tel:+442079460958");
        assert_eq!(tel("(555) 010-0199"), "tel:5550100199");
        assert_eq!(sms("988", None), "sms:988");
        assert_eq!(sms("741741", Some("HOME")), "sms:741741?&body=HOME");
    }
}
