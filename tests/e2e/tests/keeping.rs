//! Saved answers: opt-in, encryption, expiry, tampering, several tabs and migration.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use assessment::Item;
use content::questionnaire;
use e2e::{Engine, Environment, Role, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::Locator;
use i18n::ItemWords;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";
const PASSPHRASE: &str = "seven green bottles";
/// Key of the entry in `localStorage`.
const KEY: &str = "footing";

#[test]
fn encrypted_answers_need_their_passphrase_and_give_the_same_result() {
    let visit = Visit::at_first_question();
    let headline = visit.go_to_result();
    visit.save(Some(PASSPHRASE));
    visit.wait_for_text(phrases().keep_on_locked);
    let saved = visit.entry().unwrap();
    assert!(saved.starts_with("footing-kept 1\nuntil "), "{saved}");
    for plain in ["answer", "opioid", "sheet", PASSPHRASE] {
        assert!(!saved.contains(plain), "{plain} can be read in {saved}");
    }
    // No other storage is used.
    let all = visit.session.stored();
    assert_eq!(all["local"].as_object().unwrap().len(), 1, "{all}");
    assert_eq!(all["session"], json!({}));
    assert_eq!(all["databases"], json!([]));
    assert_eq!(all["cookies"], "");

    visit.reload();
    visit.wait_for_text(phrases().kept_locked);
    // In WebKitGTK the entry was once found encrypted anew after the reload; why is not known.
    let saved = match visit.session.engine() {
        Engine::WebKit => visit.entry().unwrap(),
        Engine::Chromium | Engine::Firefox => saved,
    };
    visit.decrypt("seven green bottle");
    visit.wait_for_text(phrases().kept_wrong);
    assert_eq!(visit.entry().unwrap(), saved);
    visit.decrypt(PASSPHRASE);
    visit.wait_for_text(phrases().kept_go_on);
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.wait_for_heading(&headline);

    visit.open_panel();
    visit.session.click(Role::Button, phrases().keep_erase);
    visit.wait_for_text(phrases().keep_erased);
    assert_eq!(visit.entry(), None);
    visit.reload();
    assert!(!visit.session.text().contains(phrases().kept_title));
}

#[test]
fn tampered_answers_do_not_open_and_can_be_erased() {
    let visit = Visit::at_first_question();
    visit.save(Some(PASSPHRASE));
    visit.wait_for_text(phrases().keep_on_locked);
    let saved = visit.entry().unwrap();
    let mut words: Vec<&str> = saved.split_whitespace().collect();
    let contents = words.pop().unwrap();
    let nonce = words[6];
    let until = words[3];
    let half = &contents[..contents.len() / 2 / 4 * 4];
    let flipped = flip(contents);
    let wrong = [
        ("a flipped bit", saved.replace(contents, &flipped)),
        (
            "a flipped bit of the nonce",
            saved.replace(nonce, &flip(nonce)),
        ),
        ("another last day", saved.replace(until, "2199-01-01")),
        ("truncated", saved.replace(contents, half)),
        ("no base64", saved.replace(contents, "%%%%")),
    ];
    for (what, changed) in wrong {
        visit.set_entry(&changed);
        visit.wait_for_text(phrases().kept_locked);
        visit.decrypt(PASSPHRASE);
        visit.wait_for_text(phrases().kept_wrong);
        assert_eq!(visit.entry().unwrap(), changed, "{what}");
    }
    let unreadable = [
        ("nothing", String::new()),
        (
            "cut off in the head",
            saved[..saved.find("until").unwrap()].into(),
        ),
        (
            "cut off behind the rounds",
            format!("footing-kept 1\nuntil {until}\nlocked 600000"),
        ),
        (
            "too few rounds",
            saved.replace("locked 600000", "locked 1000"),
        ),
        (
            "too many rounds",
            saved.replace("locked 600000", "locked 4000000000"),
        ),
        (
            "a version before the first",
            saved.replacen("footing-kept 1", "footing-kept 0", 1),
        ),
        ("another's text", "{\"theme\": \"dark\"}".into()),
        (
            "an answer without a set of answers",
            format!("footing-kept 1\nuntil {until}\nanswer who self\n"),
        ),
        (
            "far too long",
            format!("footing-kept 1\nuntil {until}\n{}", "x".repeat(300_000)),
        ),
    ];
    for (what, changed) in unreadable {
        visit.set_entry(&changed);
        visit.wait_for_text(phrases().kept_unreadable);
        assert_eq!(visit.entry().unwrap(), changed, "{what}");
    }
    // An entry of a newer version is never overwritten, not even by a new run.
    let newer = saved.replacen("footing-kept 1", "footing-kept 2", 1);
    visit.set_entry(&newer);
    visit.wait_for_text(phrases().kept_newer);
    visit.start_again();
    visit.open_panel();
    visit.wait_for_text(phrases().kept_newer);
    assert_eq!(visit.entry().unwrap(), newer);
    visit.session.click(Role::Button, phrases().keep_erase);
    visit.wait_for_text(phrases().keep_erased);
    assert_eq!(visit.entry(), None);
    // The module did not trap.
    let has_failed: bool = visit
        .session
        .read("return !document.getElementById('footing-failed').hidden");
    assert!(!has_failed);
}

#[test]
fn unencrypted_answers_are_saved_on_change_until_they_expire() {
    let visit = Visit::at_first_question();
    visit.open_panel();
    visit.wait_for_text(phrases().keep_plain);
    // The visually hidden radio button is clicked through its label.
    let _: Value = visit
        .session
        .read("document.querySelector('label[for=keep-days-30]').click(); return null;");
    visit.session.click(Role::Button, phrases().keep_start);
    visit.wait_for_entry();
    let saved = visit.entry().unwrap();
    assert!(
        saved.contains(&format!("until {}\n", visit.day(30))),
        "{saved}"
    );
    assert!(saved.contains("answer who-for self\n"), "{saved}");

    visit.answer();
    let later = visit.entry().unwrap();
    assert_ne!(later, saved);
    visit.reload();
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.wait_for_heading(phrases().review_title);
    assert_eq!(visit.entry().unwrap(), later);

    // The default is seven days.
    visit.open_panel();
    visit.session.click(Role::Button, phrases().keep_erase);
    visit.wait_for_text(phrases().keep_erased);
    visit.session.click(Role::Button, phrases().keep_start);
    visit.wait_for_entry();
    let saved = visit.entry().unwrap();
    assert!(
        saved.contains(&format!("until {}\n", visit.day(7))),
        "{saved}"
    );
    // The entry is valid on its last day and expires the day after.
    let until = |day: &str| saved.replace(&visit.day(7), day);
    visit.set_entry(&until(&visit.day(0)));
    visit.wait_for_text(phrases().kept_go_on);
    visit.set_entry(&until(&visit.day(-1)));
    visit.wait_for_text(phrases().kept_expired);
    assert_eq!(visit.entry(), None);
}

#[test]
fn retake_shows_both_results_and_can_download_and_erase_them() {
    let visit = Visit::at_first_question();
    let downloads = tempfile::tempdir().unwrap();
    visit.session.download_to(downloads.path());
    visit.go_to_result();
    visit.save(None);
    visit.wait_for_entry();
    // Dates the result three days back.
    let saved = visit.entry().unwrap();
    let (today, earlier) = (visit.day(0), visit.day(-3));
    visit.set_entry(&saved.replace(&format!("sheet {today}"), &format!("sheet {earlier}")));
    visit.session.click(Role::Button, phrases().kept_again);
    visit.start_again();
    visit.go_to_result();
    visit.session.open_sections();
    visit.wait_for_text(phrases().over_time_title);
    let columns: Vec<String> = visit.session.read(
        "return [...document.querySelectorAll('.over-time thead th')].map((th) => th.textContent)",
    );
    assert_eq!(
        columns,
        [phrases().day(&earlier), phrases().over_time_now.to_owned()]
    );
    let both = visit.entry().unwrap();
    assert_eq!(both.matches("\nsheet ").count(), 2, "{both}");
    let dots: u32 = visit
        .session
        .read("return document.querySelectorAll('.levels circle').length");
    assert_eq!(dots, 2);

    visit.session.click(Role::Button, phrases().over_time_save);
    let file = downloads.path().join("footing.txt");
    visit.session.wait_until("the file", || {
        std::fs::read_to_string(&file).is_ok_and(|text| text.contains(phrases().not_diagnosis))
    });
    let text = std::fs::read_to_string(&file).unwrap();
    for said in [
        phrases().over_time_title,
        &phrases().day(&earlier),
        &phrases().day(&today),
    ] {
        assert!(text.contains(said), "{said} is missing from {text}");
    }

    let erase = phrases().over_time_erase_label;
    let erase = erase.replace("{date}", &phrases().day(&earlier));
    visit.session.click(Role::Button, &erase);
    visit.session.wait_until("one to be erased", || {
        visit
            .entry()
            .is_some_and(|saved| saved.matches("\nsheet ").count() == 1)
    });
    assert!(!visit.session.text().contains(phrases().over_time_title));
}

#[test]
fn two_tabs_do_not_overwrite_each_other_silently() {
    let visit = Visit::at_first_question();
    visit.save(None);
    visit.wait_for_entry();
    let first = visit.session.open_tab();
    visit.visit();
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.wait_for_heading(phrases().review_title);
    let before = visit.entry();
    visit.go_to_result();
    let of_second = visit.entry();
    assert_ne!(of_second, before);

    visit.session.switch_to(first);
    visit.wait_for_text(phrases().keep_elsewhere);
    visit.answer();
    assert_eq!(visit.entry(), of_second, "replaced unseen");
    visit.session.click(Role::Button, phrases().keep_replace);
    visit
        .session
        .wait_until("the answers of this tab to be saved", || {
            visit.entry() != of_second
        });
    let mine = visit.entry().unwrap();
    assert!(
        mine.contains(" open\n") && !mine.contains(" finished\n"),
        "{mine}"
    );
    assert!(mine.contains("answer age "), "{mine}");
}

#[test]
fn denied_or_full_storage_is_reported_and_the_check_continues() {
    let full = Visit::at_first_question();
    let _: Value = full.session.read(
        "let text = 'x'.repeat(1 << 20);
         while (text) {
             try { localStorage.setItem('other' + localStorage.length, text); }
             catch { text = text.slice(text.length / 2 + 1); }
         }
         return null;",
    );
    full.save(None);
    full.wait_for_text(phrases().keep_full);
    assert_eq!(full.entry(), None);
    full.answer();
    drop(full);

    let session = Session::start(Scripts::On);
    session.deny_storage();
    let refused = Visit::with(session, Server::start(&Environment::read().dist));
    refused.open_panel();
    refused.wait_for_text(phrases().keep_refused);
    refused.go_to_result();
    let console = refused.session.console();
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
}

/// Answers of [`DAILY_DRINKING`] as the first edition saved them, with its link ids and codes.
const FIRST_EDITION: &[&str] = &[
    "who-for self",
    "age 18-to-64",
    "right-now none",
    "substances alcohol",
    "days-alcohol 21-30-days",
    "drinks-a-day 8-14-drinks",
    "last-alcohol within-5-days",
    "supervised-detox no",
    "symptoms-danger none",
    "stopping-danger shakes-sweats-or-sickness",
    "bad-withdrawals 0-times",
    "waking-danger most-days",
    "memory-gaps no",
    "suicidal-thoughts no",
    "suicide-attempt never",
    "self-harm never",
    "perception never",
    "thoughts-of-hurting-others no",
    "pregnancy no",
    "health-conditions none",
    "health-signs none",
    "mood some-days",
    "more-than-planned yes",
    "cannot-cut-down yes",
    "much-time yes",
    "strong-pull yes",
    "duties-slip yes",
    "harms-relationships yes",
    "drops-activities yes",
    "dangerous-places no",
    "worsens-body-or-mood no",
    "needs-more no",
    "ill-when-stopping no",
    "longest-stretch did-not-try-or-over-4-weeks",
    "earlier-treatment none",
    "overdose never",
    "inpatient-care no",
    "shaky-recovery no",
    "treatment-medicine no",
    "living-place stable-and-safe",
    "people-around supportive",
    "someone-to-stay all-the-time",
    "readiness 5",
    "confidence 5",
    "barriers work children",
    "wishes medication",
];

const DAILY_DRINKING: &str = "04-ten-drinks-daily-partner-can-stay";

#[test]
fn first_edition_answers_migrate_and_changed_questions_are_reasked() {
    let visit = Visit::with_story(DAILY_DRINKING);
    let saved = visit.first_edition();
    visit.set_entry(&saved);
    visit.wait_for_text(phrases().kept_title);
    visit.wait_for_text(phrases().kept_other_rules);
    // Opening the page does not change the entry.
    assert_eq!(visit.entry().unwrap(), saved);

    visit.session.click(Role::Button, phrases().kept_go_on);
    let first = heading("right-now");
    visit.wait_for_heading(first);
    visit.wait_for_text(phrases().kept_changed);
    // Back leads to the review. The notice is not repeated.
    visit.session.back();
    visit.wait_for_heading(phrases().review_title);
    visit.session.forward();
    visit.wait_for_heading(first);

    let mut walk = Walk::at(&visit.session, &visit.story);
    let mut seen = Vec::new();
    loop {
        let screen = Screen::read(&visit.session);
        if screen.heading == phrases().review_title {
            break;
        }
        assert!(
            !visit.session.text().contains(phrases().kept_changed),
            "{screen:?}"
        );
        for question in &screen.questions {
            let (link_id, migrated) = visit.migrated(&question.text);
            let chosen = question.chosen();
            assert_eq!(
                chosen.is_empty(),
                migrated.is_none(),
                "{link_id}: {chosen:?}"
            );
        }
        // Every page has at least one unanswered question.
        assert!(
            screen
                .questions
                .iter()
                .any(|question| question.chosen().is_empty()),
            "{screen:?}"
        );
        seen.push(screen.heading.clone());
        walk.step(&screen);
        assert!(seen.len() < 20, "this has no end: {seen:?}");
    }
    // Pages whose questions did not change are skipped.
    for page in ["about", "use", "control"] {
        assert!(
            !seen.contains(&heading(page).to_owned()),
            "{page}: {seen:?}"
        );
    }
    walk.step(&Screen::read(&visit.session));
    visit.wait_for_heading(&visit.story.headline());
    visit.session.open_sections();
    // Options with a new code are still selected.
    let screen = Screen::read(&visit.session);
    let matters = screen.question(words_of("barriers").text.0);
    let options = &words_of("barriers").options;
    assert_eq!(matters.chosen(), [options[1].0, options[2].0]);

    // The migrated entry has the current version and opens without a notice.
    let version = questionnaire().version;
    let now = visit.entry().unwrap();
    assert!(
        now.contains(&format!("\nsheet {} {version} finished\n", visit.day(0))),
        "{now}"
    );
    for old in [
        "readiness",
        "inpatient-care",
        "shakes-sweats-or-sickness",
        "barriers work children\n",
    ] {
        assert!(!now.contains(old), "{old}: {now}");
    }
    visit.reload();
    visit.wait_for_text(phrases().kept_go_on);
    assert!(!visit.session.text().contains(phrases().kept_other_rules));
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.wait_for_heading(&visit.story.headline());
    assert!(!visit.session.text().contains(phrases().kept_changed));
}

/// Migrated answers have gaps, so there is no earlier result.
#[test]
fn retake_is_not_compared_with_first_edition_answers() {
    let visit = Visit::with_story(DAILY_DRINKING);
    visit.set_entry(&visit.first_edition());
    visit.session.click(Role::Button, phrases().kept_again);
    visit.start_again();
    assert_eq!(visit.go_to_result(), visit.story.headline());
    visit.session.open_sections();
    assert!(!visit.session.text().contains(phrases().over_time_title));
    assert!(!visit.session.text().contains(phrases().kept_changed));
    let now = visit.entry().unwrap();
    assert_eq!(now.matches("\nsheet ").count(), 1, "{now}");
}

/// Visit at the first question.
struct Visit {
    session: Session,
    server: Server,
    story: Vignette,
}

impl Visit {
    fn at_first_question() -> Visit {
        Visit::with(
            Session::start(Scripts::On),
            Server::start(&Environment::read().dist),
        )
    }

    fn with_story(name: &str) -> Visit {
        let server = Server::start(&Environment::read().dist);
        Visit::of(Session::start(Scripts::On), server, name)
    }

    fn with(session: Session, server: Server) -> Visit {
        Visit::of(session, server, STORY)
    }

    fn of(session: Session, server: Server, name: &str) -> Visit {
        let story = Vignette::read(name);
        let mut walk = Walk::begin(&session, &server.url("/"), &story);
        walk.step(&Screen::read(&session));
        Visit {
            session,
            server,
            story,
        }
    }

    /// Complete entry of the first edition, three days old.
    fn first_edition(&self) -> String {
        let mut text = format!(
            "footing-kept 1\nuntil {}\nsheet {} 2026-11-21 finished\n",
            self.day(20),
            self.day(-3)
        );
        for answer in FIRST_EDITION {
            text += &format!("answer {answer}\n");
        }
        let link_ids: Vec<&str> = FIRST_EDITION
            .iter()
            .map(|answer| link_id_of(answer))
            .collect();
        text + &format!("reached {}\n", link_ids.join(" "))
    }

    /// Link id of the question with this text, and its migrated first-edition answer.
    fn migrated(&self, text: &str) -> (&'static str, Option<&'static str>) {
        let questionnaire = questionnaire();
        let mut items = questionnaire.items.iter().zip(&words().items);
        let (item, _) = items.find(|(_, words)| words.text.0 == text).unwrap();
        let mut saved = FIRST_EDITION.iter();
        let saved = saved.find(|answer| link_id_of(answer) == item.link_id.0);
        let again = questionnaire.edition.asked_again.contains(&item.link_id);
        (item.link_id.0, saved.copied().filter(|_| !again))
    }

    fn visit(&self) {
        Walk::begin(&self.session, &self.server.url("/"), &self.story);
    }

    fn reload(&self) {
        self.visit();
    }

    /// Replaces the entry and opens the page again.
    fn set_entry(&self, text: &str) {
        let _: Value = self.session.read_with(
            "localStorage.setItem(arguments[0], arguments[1]); return null;",
            &[json!(KEY), json!(text)],
        );
        self.visit();
    }

    fn entry(&self) -> Option<String> {
        self.session
            .read_with("return localStorage.getItem(arguments[0]);", &[json!(KEY)])
    }

    fn wait_for_entry(&self) {
        self.session
            .wait_until("the answers to be saved", || self.entry().is_some());
    }

    /// Date this many days from now, in the browser's time zone.
    fn day(&self, from_now: i32) -> String {
        self.session.read_with(
            "const day = new Date(); day.setDate(day.getDate() + arguments[0]);
             const two = (number) => String(number).padStart(2, '0');
             return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;",
            &[json!(from_now)],
        )
    }

    fn open_panel(&self) {
        self.session.open_foot();
        let is_open: bool = self
            .session
            .read("return document.querySelector('.keep').open");
        if !is_open {
            let _: Value = self
                .session
                .read("document.querySelector('.keep > summary').click(); return null;");
        }
    }

    fn save(&self, passphrase: Option<&str>) {
        self.open_panel();
        if let Some(passphrase) = passphrase {
            self.session.click(Role::Checkbox, phrases().keep_locks);
            self.session
                .wait_for("the field", Locator::Css("#keep-passphrase"));
            self.type_passphrase(passphrase);
        }
        self.session.click(Role::Button, phrases().keep_start);
    }

    fn decrypt(&self, passphrase: &str) {
        self.type_passphrase(passphrase);
        self.session.click(Role::Button, phrases().kept_open);
        // The passphrase is cleared from the field immediately.
        let remaining = || -> String {
            self.session
                .read("return document.getElementById('keep-passphrase')?.value ?? ''")
        };
        if self.session.engine() == Engine::WebKit {
            // Its driver does not wait until the page has handled a click.
            self.session
                .wait_until("an empty field", || remaining().is_empty());
        }
        assert_eq!(remaining(), "");
    }

    fn type_passphrase(&self, passphrase: &str) {
        let _: Value = self
            .session
            .read("document.getElementById('keep-passphrase').focus(); return null;");
        self.session.type_text(passphrase);
    }

    /// Waits for a text, up to its first placeholder.
    fn wait_for_text(&self, text: &str) {
        let start = text.split('{').next().unwrap();
        self.session
            .wait_until(text, || self.session.text().contains(start));
    }

    fn wait_for_heading(&self, heading: &str) {
        let there = format!("//h1[normalize-space()=\"{heading}\"][not(//*[@aria-busy])]");
        self.session.wait_for(heading, Locator::XPath(&there));
    }

    fn start_again(&self) {
        let mut walk = Walk::at(&self.session, &self.story);
        walk.step(&Screen::read(&self.session));
    }

    /// Answers the questions of the screen.
    fn answer(&self) {
        Walk::at(&self.session, &self.story).answer_all();
    }

    /// Goes to the result and returns its headline.
    fn go_to_result(&self) -> String {
        let mut walk = Walk::at(&self.session, &self.story);
        let seen = walk.continue_until(|screen| screen.has_button(phrases().change_answers));
        seen[seen.len() - 1].heading.clone()
    }
}

/// Link id of a saved answer.
fn link_id_of(answer: &'static str) -> &'static str {
    answer.split(' ').next().unwrap()
}

fn words_of(link_id: &str) -> &'static ItemWords {
    let index = questionnaire().find(link_id).unwrap();
    &words().items[usize::from(index.0)]
}

/// Heading of a page. A page with a single question has it as its heading.
fn heading(page: &str) -> &'static str {
    let index = questionnaire()
        .pages
        .iter()
        .position(|known| known.id == page);
    let index = index.unwrap();
    let on_page = |item: &&Item| usize::from(item.page.0) == index;
    let items: Vec<&Item> = questionnaire().items.iter().filter(on_page).collect();
    match items[..] {
        [only] => words_of(only.link_id.0).text.0,
        _ => words().pages[index].0,
    }
}

/// Changes one character in the middle.
fn flip(base64: &str) -> String {
    let middle = base64.len() / 2;
    let other = if base64.as_bytes()[middle] == b'A' {
        "B"
    } else {
        "A"
    };
    format!("{}{other}{}", &base64[..middle], &base64[middle + 1..])
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
