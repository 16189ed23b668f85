//! Ways to reach a person: addresses the device understands, and what a contact request carries.
//!
//! Addresses open the phone's own programs. Nothing here sends anything.

mod payload;

pub use payload::{as_text, payload};

/// The address that calls a number.
pub fn tel(number: &str) -> String {
    format!("tel:{}", dialled(number))
}

/// The address that begins a text message, with its word already in place where there is one.
pub fn sms(number: &str, body: Option<&str>) -> String {
    match body {
        // `?&body=` is read by both of the large phone systems.
        Some(body) => format!("sms:{}?&body={body}", dialled(number)),
        None => format!("sms:{}", dialled(number)),
    }
}

/// The address that begins a mail.
pub fn mail(address: &str) -> String {
    format!("mailto:{address}")
}

/// The address that writes a mail, where this is one for mail; another is a page already.
pub fn mail_or_page(address: &str) -> String {
    if address.contains("://") {
        address.to_owned()
    } else {
        mail(address)
    }
}

/// The address of a site named without its scheme.
pub fn web(site: &str) -> String {
    format!("https://{site}/")
}

/// The digits of a number as they are dialled, with the plus of its country code; a long US number
/// gets its country code, so that it works from any phone.
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
    fn short_numbers_stay_and_long_ones_get_their_country_code() {
        assert_eq!(tel("911"), "tel:911");
        assert_eq!(tel("1-800-662-4357"), "tel:+18006624357");
        assert_eq!(tel("+44 20 7946 0958"), "tel:+442079460958");
        assert_eq!(tel("(555) 010-0199"), "tel:5550100199");
        assert_eq!(sms("988", None), "sms:988");
        assert_eq!(sms("741741", Some("HOME")), "sms:741741?&body=HOME");
    }
}
