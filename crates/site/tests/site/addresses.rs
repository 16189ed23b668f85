//! Names, links, phone numbers, email addresses and partner origins: what is accepted, and what hostile
//! values cannot do.

use serde_json::json;
use site::MAX_TEXT_LEN;

use crate::read;

#[test]
fn partner_is_an_origin_without_a_path() {
    for (origin, fits) in [
        ("https://partner.example", true),
        ("https://partner.example:8443", true),
        ("http://localhost:8080", true),
        ("http://partner.example", false),
        ("https://partner.example/", false),
        ("https://partner.example?x", false),
        ("https://*.partner.example", false),
        ("https://a..b", false),
        ("https://partner.example; script-src *", false),
        ("*", false),
        ("'self'", false),
        ("null", false),
    ] {
        let (site, _) = read(&json!({ "partners": [origin] }));
        assert_eq!(!site.partners.is_empty(), fits, "{origin}");
    }
}

#[test]
fn urls_are_https_or_http_on_localhost() {
    for (address, fits) in [
        ("https://a.example", true),
        ("https://a.example:8443/x?y=1#z", true),
        ("http://localhost:8080/x", true),
        ("http://127.0.0.1/x", true),
        ("http://a.example/", false),
        ("http://localhost.a.example/", false),
        ("http://127.0.0.1@a.example/", false),
        ("https://user:pass@a.example/", false),
        ("javascript:alert(1)", false),
        ("JavaScript://a.example/%0aalert(1)", false),
        ("data:text/html,x", false),
        ("//a.example/", false),
        ("https:///x", false),
        ("https://", false),
        ("https://a.example\\@b.example/", false),
        ("https://a.example/ b", false),
        ("https://a.example/\u{202e}", false),
        ("https://a.example:99999/", false),
        ("ftp://a.example/", false),
        ("", false),
    ] {
        let (site, warnings) = read(&json!({
            "privacy_link": address, "leave_to": address, "contact": { "endpoint": address },
        }));
        assert_eq!(site.privacy_link.is_some(), fits, "{address}");
        assert_eq!(site.endpoint.is_some(), fits, "{address}");
        assert_eq!(site.leave_to == address, fits, "{address}");
        assert_eq!(warnings.len(), if fits { 0 } else { 3 }, "{address}");
    }
}

#[test]
fn phone_numbers_are_digits_and_separators() {
    for (number, fits) in [
        ("988", true),
        ("+44 20 7946 0958", true),
        ("1.555.010.0199", true),
        ("12", false),
        ("<script>alert(1)</script>5550100199", false),
        ("555 010 0199\u{0}", false),
        ("555\n010", false),
        ("tel:5550100199", false),
        ("5550100199,,,1", false),
        ("5555555555555555555", false),
    ] {
        let (site, _) = read(&json!({ "phone": number, "text_number": number }));
        assert_eq!(site.phone.is_some(), fits, "{number}");
        assert_eq!(site.text_to.is_some(), fits, "{number}");
    }
}

#[test]
fn email_address_cannot_add_parameters() {
    for (address, fits) in [
        ("hello@harbor.example", true),
        ("intake+web@harbor.example", true),
        ("hello@harbor.example?cc=other@b.example", false),
        ("hello@harbor.example,other@b.example", false),
        ("hello@harbor", false),
        ("@harbor.example", false),
        ("a@b@c.example", false),
        ("mailto:hello@harbor.example", false),
        ("hello@harbor.example\r\nBcc: x", false),
    ] {
        let (site, _) = read(&json!({ "email": address }));
        assert_eq!(site.email.is_some(), fits, "{address}");
    }
}

#[test]
fn names_are_limited_and_have_no_hidden_characters() {
    for (name, fits) in [
        ("x".repeat(80), true),
        ("x".repeat(81), false),
        ("x".repeat(MAX_TEXT_LEN), false),
        ("  ".into(), false),
        ("Harbor\u{202e}yrevoceR".into(), false),
        ("Harbor\u{200b}".into(), false),
        ("Harbor\tRecovery".into(), false),
        // Markup is plain text: it is shown verbatim.
        ("<b>Harbor</b>".into(), true),
    ] {
        let (site, _) = read(&json!({ "name": name }));
        assert_eq!(site.name.is_some(), fits, "{name:?}");
    }
}
