//! Texts of the setup page, in English only. Site owners read them, visitors never do.

use site::hosting::ServerKind;
use site::{ContactWay, Encoding, WithdrawalCareKind};

use edge::FileError;

use super::choice::{Ability, Mode, PreviewScreen, Theme};
use super::field::Field;
use super::opening::Refusal;

pub(super) const TITLE: &str = "Set up the check for your site";
pub(super) const LEAD: &str = "Fill in what you know. Beside it you see how the check will look, and below it what to copy. Every field may stay empty.";
pub(super) const NOTHING_SENT: &str = "What you type stays on this page. It is not saved and not sent: copy or download what you need before you close it.";
pub(super) const SKIP: &str = "Go to the form";
pub(super) const OPEN_CHECK: &str = "Open the check";
pub(super) const WAITING: &str = "The form is on its way.";
pub(super) const NEEDS_SCRIPTS: &str = "This page needs scripts, and scripts are off here. You can write site.json by hand instead: the documents of the release say how.";
/// Text for a module that fails to load.
pub const FAILED: &str =
    "The form could not be loaded. Check your connection and load the page again.";

// The form.
pub(super) const FORM: &str = "Your settings";
pub(super) const OPEN: &str = "Change what you have";
pub(super) const OPEN_FILE: &str = "Open your site.json";
pub(super) const OPEN_HINT: &str = "If you have one already. It is read on this device, and fills in this form in place of what you typed.";
pub(super) const OPENED: &str =
    "{name} is open. Change what you like, then copy or download it again.";
pub(super) const HOURS_KEPT: &str =
    "This form cannot show its hours. They are kept as they are, unless you fill in hours here.";
pub(super) const LEFT_OUT: &str = "These settings could not be used as they stood in the file:";
pub(super) const REFUSED: &str = "{name} was not opened, and nothing was changed.";
pub(super) const CENTER: &str = "Your center";
pub(super) const LOOK: &str = "Look";
pub(super) const SHOWN: &str = "How your page shows it";
pub(super) const PROGRAMS: &str = "What you offer";
pub(super) const LEVELS: &str = "Kinds of care";
pub(super) const LEVELS_HINT: &str = "Tick all that you offer. With none ticked, the check does not say. No tick ever changes a result.";
pub(super) const NO_LEVEL: &str = "None of these";
pub(super) const HOURS: &str = "When someone answers";
pub(super) const HOURS_HINT: &str = "All of these or none. For hours that differ by day, change site.json by hand; opened here, it keeps them.";
pub(super) const DAYS: &str = "Days";
pub(super) const DAY_NAMES: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
pub(super) const CONTACT: &str = "Contact forms";
pub(super) const WAYS: &str = "Forms to offer";
pub(super) const WAYS_HINT: &str =
    "They need an address that receives them. Calls, texts and mail work without.";
pub(super) const LINKS: &str = "Links and other sites";
pub(super) const LANGUAGE: &str = "Language";
pub(super) const LANGUAGE_AUTO: &str = "English, the source language";
pub(super) const LANGUAGE_HINT: &str =
    "The language it begins in. All but English are drafts that no native speaker has read.";
pub(super) const MODE: &str = "Way to show it";
pub(super) const THEME: &str = "Light or dark";
pub(super) const WITHDRAWAL: &str = "Help with stopping safely";
pub(super) const DO_NOT_SAY: &str = "Do not say";
pub(super) const YES: &str = "Yes";
pub(super) const NO: &str = "No";
pub(super) const ENCODING: &str = "Requests are written as";
pub(super) const PICK_COLOR: &str = "Pick a color";

// Validation.
pub(super) const ALL_FINE: &str = "Everything you entered can be used.";
pub(super) const TO_CHANGE: &str =
    "These fields need a change, and are left out of site.json until then:";
pub(super) const CONTRAST_FINE: &str = "Contrast {ratio} to 1. Words in this color can be read.";
pub(super) const CONTRAST_LOW: &str =
    "Contrast {ratio} to 1. Words need 4.5 to 1 to be read, so the check keeps its own color.";
pub(super) const USE_INSTEAD: &str = "Use {color}, the nearest that can be read";
pub(super) const CHECK_URL_PROBLEM: &str =
    "Write the whole address, beginning with https://, such as https://check.center.example/.";
pub(super) const PARTNERS_MANY: &str = "Name at most 64 sites.";
pub(super) const PARTNERS_PROBLEM: &str =
    "Write each as https:// and a name, with nothing after it. Not usable: {lines}";

// The preview.
pub(super) const PREVIEW: &str = "Preview";
pub(super) const PREVIEW_HINT: &str =
    "A picture of the check with your settings. It does not answer.";
pub(super) const PREVIEW_REGION: &str = "The check as visitors will see it";
pub(super) const PREVIEW_SCREEN: &str = "PreviewScreen";
pub(super) const PREVIEW_SCHEME: &str = "Drawn";
pub(super) const LIGHT: &str = "Light";
pub(super) const DARK: &str = "Dark";

// Outputs.
pub(super) const OUTPUTS: &str = "What to copy";
pub(super) const SITE_JSON: &str = "site.json";
pub(super) const SITE_JSON_HINT: &str =
    "Put this file beside index.html, in place of the one that is there.";
pub(super) const SNIPPET: &str = "Lines for your page";
pub(super) const SNIPPET_HINT: &str =
    "Put these where the check should appear. The help lines inside show until it runs.";
pub(super) const STYLE: &str = "Color of the button";
pub(super) const STYLE_HINT: &str = "Add this to the style sheet of your page.";
pub(super) const HEADERS: &str = "Headers for your server";
pub(super) const HEADERS_HINT: &str = "They say who may show the check, and keep old files from being used. Pick your kind of server.";
pub(super) const SERVER: &str = "Kind of server";
pub(super) const POLICY: &str = "Lines for partners";
pub(super) const POLICY_HINT: &str = "A site with a Content-Security-Policy of its own adds these to it before it can show the check.";
pub(super) const COPY: &str = "Copy";
pub(super) const DOWNLOAD: &str = "Download";
pub(super) const COPIED: &str = "Copied.";
pub(super) const NOT_COPIED: &str =
    "The browser did not let this page copy. Select the text and copy it, or download it.";
pub(super) const THE_CENTER: &str = "Our center";

/// Label of a field.
pub(super) fn label(field: Field) -> &'static str {
    match field {
        Field::Name => "Name",
        Field::Phone => "Phone number",
        Field::TextNumber => "Number for texts",
        Field::Email => "Email address",
        Field::Address => "Postal address",
        Field::Logo => "Logo",
        Field::Accent => "Accent on light",
        Field::AccentDark => "Accent on dark",
        Field::Label => "Words on the button",
        Field::CheckUrl => "Address of the check",
        Field::Payment => "Ways to pay",
        Field::Languages => "Languages spoken",
        Field::Zone => "Time zone",
        Field::From => "From",
        Field::Until => "Until",
        Field::HoursWords => "Hours in words",
        Field::Endpoint => "Address that receives requests",
        Field::Consent => "What people agree to before they send",
        Field::Privacy => "Your privacy page",
        Field::Terms => "Your terms",
        Field::Report => "Contact for wrong suggestions",
        Field::LeaveTo => "Page that “Leave quickly” opens",
        Field::Partners => "Sites that may show the check",
    }
}

/// Hint of a field.
pub(super) fn hint(field: Field) -> Option<&'static str> {
    match field {
        Field::Name => Some("Without a name, nothing about a center is shown."),
        Field::Phone => Some("As people should see it, such as +1 555 010 0199."),
        Field::Address => Some("As on a letter, at most 6 lines."),
        Field::Logo => Some(
            "The name of a picture that you upload beside index.html, such as logo.svg. The preview leaves it out.",
        ),
        Field::Accent => Some("# and six digits, such as #0f5c5c."),
        Field::AccentDark => Some("The same, for dark screens: a lighter color, such as #84d0c6."),
        Field::Label => Some("Also the title of the frame, for screen readers."),
        Field::CheckUrl => Some("Where you will upload it. A subdomain of your own is best."),
        Field::Payment => Some("One on each line, such as Medicaid."),
        Field::Languages => Some("One on each line. It is about your staff, not about the check."),
        Field::Zone => Some("Such as America/New_York."),
        Field::HoursWords => Some("Such as “Monday to Friday, 9 to 5”."),
        Field::Endpoint => Some("A form service or a page of your own, beginning with https://."),
        Field::Consent => Some("Shown with a box to tick. Empty: the check’s own words."),
        Field::Report => Some("An email address or a page. Empty: no link is shown."),
        Field::LeaveTo => Some("A page that says nothing. Empty: the weather service."),
        Field::Partners => Some(
            "One on each line, such as https://partner.example. Name your own site too, if it is not where the check stands.",
        ),
        Field::TextNumber
        | Field::Email
        | Field::From
        | Field::Until
        | Field::Privacy
        | Field::Terms => None,
    }
}

/// Validation message of a field: what is wrong, and what to enter instead.
pub(super) fn problem(field: Field) -> &'static str {
    match field {
        Field::Name => "Use one line of at most 80 characters.",
        Field::Phone | Field::TextNumber => {
            "Use digits, spaces and + - ( ) . only, with at least 3 digits."
        }
        Field::Email => "Write it as name@center.example.",
        Field::Address => "Use at most 6 lines of 80 characters.",
        Field::Logo => {
            "Write only the name of the file: letters, digits and - _ . with the ending svg, png, webp, jpg or jpeg."
        }
        Field::Payment | Field::Languages => {
            "Use at most 60 characters in a line, and at most 64 lines."
        }
        Field::Consent => "Use at most 600 characters.",
        Field::Report => "Write an email address, or a whole address that begins with https://.",
        Field::Accent | Field::AccentDark => {
            "Write # and six digits, in a color in which words can be read."
        }
        Field::Zone => "Name the time zone, such as America/New_York.",
        Field::From | Field::Until => "Tick the days, and give both times, such as 09:00.",
        Field::HoursWords => "Say the hours in words, in at most 200 characters.",
        Field::Endpoint => "The forms need an address that begins with https://.",
        Field::Privacy | Field::Terms | Field::LeaveTo => {
            "Write the whole address, beginning with https://."
        }
        Field::Label | Field::CheckUrl | Field::Partners => "",
    }
}

/// Label of an embedding mode.
pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Inline => "In the page",
        Mode::Popup => "A button that opens it",
        Mode::SideTab => "A button at the edge",
        Mode::FullPage => "A link to a page of its own",
    }
}

/// Label of a color theme.
pub(super) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "As the visitor’s device asks",
        Theme::Light => "Always light",
        Theme::Dark => "Always dark",
    }
}

/// Label of a screen of the preview.
pub(super) fn screen(screen: PreviewScreen) -> &'static str {
    match screen {
        PreviewScreen::Start => "Start",
        PreviewScreen::Result => "A result",
    }
}

/// Label of a kind of withdrawal care.
pub(super) fn withdrawal(kind: WithdrawalCareKind) -> &'static str {
    match kind {
        WithdrawalCareKind::NotSaid => DO_NOT_SAY,
        WithdrawalCareKind::None => "None",
        WithdrawalCareKind::Outpatient => "By visits",
        WithdrawalCareKind::AroundTheClock => "Around the clock",
    }
}

/// Label of an ability.
pub(super) fn ability(ability: Ability) -> &'static str {
    match ability {
        Ability::MedicationOpioid => "Medicine for opioid use",
        Ability::MedicationAlcohol => "Medicine for alcohol use",
        Ability::MentalHealth => "Mental health care in the same program",
        Ability::Pregnancy => "People who are pregnant",
        Ability::Under18 => "People under 18",
    }
}

/// Error for a rejected file: why, and what to do.
pub(super) fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::File(FileError::TooLarge) => {
            "It is larger than 100 KB, and the check would not read it either. Choose another file."
        }
        Refusal::File(FileError::Unreadable) => "The browser could not read it. Choose it again.",
        Refusal::NoSettings => {
            "It is no JSON object that the check can read. Correct the file, or fill in the form anew."
        }
    }
}

/// Label of a contact form.
pub(super) fn way(way: ContactWay) -> &'static str {
    match way {
        ContactWay::Call => "Request a call",
        ContactWay::Text => "Get information by text",
        ContactWay::Meeting => "Request a meeting",
        ContactWay::ShortCall => "Schedule a 15-minute call",
        ContactWay::Message => "Leave a message",
    }
}

/// Label of an encoding.
pub(super) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Json => "JSON",
        Encoding::Form => "A form, for common form services",
    }
}

/// Hint on where the files of a kind of server belong.
pub(super) fn server_hint(kind: ServerKind) -> &'static str {
    match kind {
        ServerKind::Nginx => {
            "The first file belongs into the http block, the second into the block that serves the folder."
        }
        ServerKind::Apache => {
            "Save it in the folder of the check under the name .htaccess, with the dot."
        }
        ServerKind::Netlify => {
            "Save it at the root of what you publish, under the name _headers, with no ending."
        }
        ServerKind::Plain => "Set these by hand where your host lets you set headers.",
    }
}
