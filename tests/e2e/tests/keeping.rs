//! Keeping answers on the device: only where a person asks, and whatever happens to what is kept.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use assessment::Item;
use content::questionnaire;
use e2e::{Environment, Role, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::Locator;
use i18n::ItemWords;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";
const PASSPHRASE: &str = "seven green bottles";
/// The name of the one entry.
const NAME: &str = "footing";

#[test]
fn locked_answers_open_with_their_passphrase_alone_and_lead_to_the_same_result() {
    let visit = Visit::at_first_question();
    let headline = visit.go_to_result();
    visit.keep(Some(PASSPHRASE));
    visit.says(phrases().keep_on_locked);
    let kept = visit.entry().unwrap();
    assert!(kept.starts_with("footing-kept 1\nuntil "), "{kept}");
    for plain in ["answer", "opioid", "sheet", PASSPHRASE] {
        assert!(!kept.contains(plain), "{plain} can be read in {kept}");
    }
    // Nothing stands anywhere else.
    let all = visit.session.kept();
    assert_eq!(all["local"].as_object().unwrap().len(), 1, "{all}");
    assert_eq!(all["session"], json!({}));
    assert_eq!(all["databases"], json!([]));
    assert_eq!(all["cookies"], "");

    visit.reload();
    visit.says(phrases().kept_locked);
    visit.open("seven green bottle");
    visit.says(phrases().kept_wrong);
    assert_eq!(visit.entry().unwrap(), kept);
    visit.open(PASSPHRASE);
    visit.says(phrases().kept_go_on);
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.waits_for_heading(&headline);

    visit.unfold();
    visit.session.click(Role::Button, phrases().keep_erase);
    visit.says(phrases().keep_erased);
    assert_eq!(visit.entry(), None);
    visit.reload();
    assert!(!visit.session.text().contains(phrases().kept_title));
}

#[test]
fn whatever_was_changed_does_not_open_stays_as_it_is_and_can_be_erased() {
    let visit = Visit::at_first_question();
    visit.keep(Some(PASSPHRASE));
    visit.says(phrases().keep_on_locked);
    let kept = visit.entry().unwrap();
    let mut words: Vec<&str> = kept.split_whitespace().collect();
    let contents = words.pop().unwrap();
    let nonce = words[6];
    let until = words[3];
    let half = &contents[..contents.len() / 2 / 4 * 4];
    let flipped = flip(contents);
    let wrong = [
        ("a flipped bit", kept.replace(contents, &flipped)),
        (
            "a flipped bit of the nonce",
            kept.replace(nonce, &flip(nonce)),
        ),
        ("another last day", kept.replace(until, "2199-01-01")),
        ("truncated", kept.replace(contents, half)),
        ("no base64", kept.replace(contents, "%%%%")),
    ];
    for (what, changed) in wrong {
        visit.set(&changed);
        visit.says(phrases().kept_locked);
        visit.open(PASSPHRASE);
        visit.says(phrases().kept_wrong);
        assert_eq!(visit.entry().unwrap(), changed, "{what}");
    }
    let unreadable = [
        ("nothing", String::new()),
        (
            "cut off in the head",
            kept[..kept.find("until").unwrap()].into(),
        ),
        (
            "cut off behind the rounds",
            format!("footing-kept 1\nuntil {until}\nlocked 600000"),
        ),
        (
            "too few rounds",
            kept.replace("locked 600000", "locked 1000"),
        ),
        (
            "too many rounds",
            kept.replace("locked 600000", "locked 4000000000"),
        ),
        (
            "a version before the first",
            kept.replacen("footing-kept 1", "footing-kept 0", 1),
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
        visit.set(&changed);
        visit.says(phrases().kept_unreadable);
        assert_eq!(visit.entry().unwrap(), changed, "{what}");
    }
    // What a newer version has written is left alone, also by someone who answers anew.
    let newer = kept.replacen("footing-kept 1", "footing-kept 2", 1);
    visit.set(&newer);
    visit.says(phrases().kept_newer);
    visit.begin_anew();
    visit.unfold();
    visit.says(phrases().kept_newer);
    assert_eq!(visit.entry().unwrap(), newer);
    visit.session.click(Role::Button, phrases().keep_erase);
    visit.says(phrases().keep_erased);
    assert_eq!(visit.entry(), None);
    // None of it was a trap.
    let failed: bool = visit
        .session
        .read("return !document.getElementById('footing-failed').hidden");
    assert!(!failed);
}

#[test]
fn without_a_passphrase_every_change_is_kept_for_as_long_as_was_chosen() {
    let visit = Visit::at_first_question();
    visit.unfold();
    visit.says(phrases().keep_plain);
    // The button itself is drawn by its label.
    let _: Value = visit
        .session
        .read("document.querySelector('label[for=keep-days-30]').click(); return null;");
    visit.session.click(Role::Button, phrases().keep_start);
    visit.waits_for_entry();
    let kept = visit.entry().unwrap();
    assert!(
        kept.contains(&format!("until {}\n", visit.day(30))),
        "{kept}"
    );
    assert!(kept.contains("answer who-for self\n"), "{kept}");

    visit.answer();
    let later = visit.entry().unwrap();
    assert_ne!(later, kept);
    visit.reload();
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.waits_for_heading(phrases().review_title);
    assert_eq!(visit.entry().unwrap(), later);

    // Seven days, where nothing is chosen.
    visit.unfold();
    visit.session.click(Role::Button, phrases().keep_erase);
    visit.says(phrases().keep_erased);
    visit.session.click(Role::Button, phrases().keep_start);
    visit.waits_for_entry();
    let kept = visit.entry().unwrap();
    assert!(
        kept.contains(&format!("until {}\n", visit.day(7))),
        "{kept}"
    );
    // The last day is kept, the day after is not.
    let until = |day: &str| kept.replace(&visit.day(7), day);
    visit.set(&until(&visit.day(0)));
    visit.says(phrases().kept_go_on);
    visit.set(&until(&visit.day(-1)));
    visit.says(phrases().kept_expired);
    assert_eq!(visit.entry(), None);
}

#[test]
fn who_answers_again_sees_both_results_can_save_them_and_erase_one() {
    let visit = Visit::at_first_question();
    let downloads = tempfile::tempdir().unwrap();
    visit.session.download_to(downloads.path());
    visit.go_to_result();
    visit.keep(None);
    visit.waits_for_entry();
    // As if it had been answered on an earlier day, and in the mildest way since.
    let kept = visit.entry().unwrap();
    let (today, earlier) = (visit.day(0), visit.day(-3));
    visit.set(&kept.replace(&format!("sheet {today}"), &format!("sheet {earlier}")));
    visit.session.click(Role::Button, phrases().kept_again);
    visit.begin_anew();
    visit.go_to_result();
    visit.says(phrases().over_time_title);
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
            .is_some_and(|kept| kept.matches("\nsheet ").count() == 1)
    });
    assert!(!visit.session.text().contains(phrases().over_time_title));
}

#[test]
fn two_tabs_do_not_replace_each_other_unseen() {
    let visit = Visit::at_first_question();
    visit.keep(None);
    visit.waits_for_entry();
    let first = visit.session.open_tab();
    visit.visit();
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.waits_for_heading(phrases().review_title);
    let before = visit.entry();
    visit.go_to_result();
    let of_second = visit.entry();
    assert_ne!(of_second, before);

    visit.session.switch_to(first);
    visit.says(phrases().keep_elsewhere);
    visit.answer();
    assert_eq!(visit.entry(), of_second, "replaced unseen");
    visit.session.click(Role::Button, phrases().keep_replace);
    visit
        .session
        .wait_until("the answers of this tab to be kept", || {
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
fn where_storage_is_refused_or_full_the_check_says_so_and_goes_on() {
    let full = Visit::at_first_question();
    let _: Value = full.session.read(
        "let text = 'x'.repeat(1 << 20);
         while (text) {
             try { localStorage.setItem('other' + localStorage.length, text); }
             catch { text = text.slice(text.length / 2 + 1); }
         }
         return null;",
    );
    full.keep(None);
    full.says(phrases().keep_full);
    assert_eq!(full.entry(), None);
    full.answer();
    drop(full);

    let session = Session::start(Scripts::On);
    session.refuse_storage();
    let refused = Visit::with(session, Server::start(&Environment::read().dist));
    refused.unfold();
    refused.says(phrases().keep_refused);
    refused.go_to_result();
    let console = refused.session.console();
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
}

/// Answers as the first edition kept them: those of [`DAILY_DRINKING`], under its names and options.
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

/// Has ten drinks every day; a partner can stay.
const DAILY_DRINKING: &str = "04-ten-drinks-daily-partner-can-stay";

#[test]
fn answers_of_the_first_edition_are_offered_asked_again_where_they_changed_and_told_once() {
    let visit = Visit::with_story(DAILY_DRINKING);
    let kept = visit.first_edition();
    visit.set(&kept);
    visit.says(phrases().kept_title);
    visit.says(phrases().kept_other_rules);
    // To look is not to change.
    assert_eq!(visit.entry().unwrap(), kept);

    visit.session.click(Role::Button, phrases().kept_go_on);
    let first = heading("right-now");
    visit.waits_for_heading(first);
    visit.says(phrases().kept_changed);
    // Behind it stand all answers; the notice is not said twice.
    visit.session.back();
    visit.waits_for_heading(phrases().review_title);
    visit.session.forward();
    visit.waits_for_heading(first);

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
            let (name, carried) = visit.carried(&question.text);
            let chosen = question.chosen();
            assert_eq!(chosen.is_empty(), carried.is_none(), "{name}: {chosen:?}");
        }
        // Nothing is asked for its own sake: each page holds something that is open.
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
    // Whom it is about and how much was used stays as it was.
    for page in ["about", "use", "control"] {
        assert!(
            !seen.contains(&heading(page).to_owned()),
            "{page}: {seen:?}"
        );
    }
    walk.step(&Screen::read(&visit.session));
    visit.waits_for_heading(&visit.story.headline());
    // What was chosen under an older name is still chosen.
    let screen = Screen::read(&visit.session);
    let matters = screen.question(said("barriers").text.0);
    let options = &said("barriers").options;
    assert_eq!(matters.chosen(), [options[1].0, options[2].0]);

    // It is now kept under these rules, and goes on to its result without a word.
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
    visit.says(phrases().kept_go_on);
    assert!(!visit.session.text().contains(phrases().kept_other_rules));
    visit.session.click(Role::Button, phrases().kept_go_on);
    visit.waits_for_heading(&visit.story.headline());
    assert!(!visit.session.text().contains(phrases().kept_changed));
}

/// Of answers with gaps no result can be worked out, so there is none to compare with.
#[test]
fn answered_anew_the_first_edition_is_no_result_to_compare_with() {
    let visit = Visit::with_story(DAILY_DRINKING);
    visit.set(&visit.first_edition());
    visit.session.click(Role::Button, phrases().kept_again);
    visit.begin_anew();
    assert_eq!(visit.go_to_result(), visit.story.headline());
    assert!(!visit.session.text().contains(phrases().over_time_title));
    assert!(!visit.session.text().contains(phrases().kept_changed));
    let now = visit.entry().unwrap();
    assert_eq!(now.matches("\nsheet ").count(), 1, "{now}");
}

/// A visit at the first question.
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

    /// A finished sheet of three days ago, as the first edition kept it.
    fn first_edition(&self) -> String {
        let mut text = format!(
            "footing-kept 1\nuntil {}\nsheet {} 2026-11-21 finished\n",
            self.day(20),
            self.day(-3)
        );
        for answer in FIRST_EDITION {
            text += &format!("answer {answer}\n");
        }
        let names: Vec<&str> = FIRST_EDITION.iter().map(|answer| name(answer)).collect();
        text + &format!("reached {}\n", names.join(" "))
    }

    /// The question with these words, and what is carried over to it from the first edition.
    fn carried(&self, text: &str) -> (&'static str, Option<&'static str>) {
        let questionnaire = questionnaire();
        let mut items = questionnaire.items.iter().zip(&words().items);
        let (item, _) = items.find(|(_, said)| said.text.0 == text).unwrap();
        let mut kept = FIRST_EDITION.iter();
        let kept = kept.find(|answer| name(answer) == item.link_id.0);
        let again = questionnaire.edition.asked_again.contains(&item.link_id);
        (item.link_id.0, kept.copied().filter(|_| !again))
    }

    fn visit(&self) {
        Walk::begin(&self.session, &self.server.url("/"), &self.story);
    }

    fn reload(&self) {
        self.visit();
    }

    /// Puts something else on the device, and comes back to it.
    fn set(&self, text: &str) {
        let _: Value = self.session.read_with(
            "localStorage.setItem(arguments[0], arguments[1]); return null;",
            &[json!(NAME), json!(text)],
        );
        self.visit();
    }

    fn entry(&self) -> Option<String> {
        self.session
            .read_with("return localStorage.getItem(arguments[0]);", &[json!(NAME)])
    }

    fn waits_for_entry(&self) {
        self.session
            .wait_until("the answers to be kept", || self.entry().is_some());
    }

    /// The day so many days from now, as the browser counts.
    fn day(&self, from_now: i32) -> String {
        self.session.read_with(
            "const day = new Date(); day.setDate(day.getDate() + arguments[0]);
             const two = (number) => String(number).padStart(2, '0');
             return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;",
            &[json!(from_now)],
        )
    }

    fn unfold(&self) {
        let is_open: bool = self.session.read(
            "document.querySelector('.foot-more').open = true;
                   return document.querySelector('.keep').open",
        );
        if !is_open {
            let _: Value = self
                .session
                .read("document.querySelector('.keep > summary').click(); return null;");
        }
    }

    fn keep(&self, passphrase: Option<&str>) {
        self.unfold();
        if let Some(passphrase) = passphrase {
            self.session.click(Role::Checkbox, phrases().keep_locks);
            self.session
                .wait_for("the field", Locator::Css("#keep-passphrase"));
            self.type_passphrase(passphrase);
        }
        self.session.click(Role::Button, phrases().keep_start);
    }

    fn open(&self, passphrase: &str) {
        self.type_passphrase(passphrase);
        self.session.click(Role::Button, phrases().kept_open);
        // It is taken out of the field at once.
        let left: String = self
            .session
            .read("return document.getElementById('keep-passphrase')?.value ?? ''");
        assert_eq!(left, "");
    }

    fn type_passphrase(&self, passphrase: &str) {
        let _: Value = self
            .session
            .read("document.getElementById('keep-passphrase').focus(); return null;");
        self.session.type_text(passphrase);
    }

    /// Waits until the page says this; places to fill in are left out.
    fn says(&self, text: &str) {
        let said = text.split('{').next().unwrap();
        self.session
            .wait_until(text, || self.session.text().contains(said));
    }

    fn waits_for_heading(&self, heading: &str) {
        let there = format!("//h1[normalize-space()=\"{heading}\"]");
        self.session.wait_for(heading, Locator::XPath(&there));
    }

    fn begin_anew(&self) {
        let mut walk = Walk::at(&self.session, &self.story);
        walk.step(&Screen::read(&self.session));
    }

    /// Answers what is on the screen.
    fn answer(&self) {
        Walk::at(&self.session, &self.story).answer_all();
    }

    /// Walks on to the result, and tells its first line.
    fn go_to_result(&self) -> String {
        let mut walk = Walk::at(&self.session, &self.story);
        let seen = walk.on_to(|screen| screen.has_button(phrases().change_answers));
        seen[seen.len() - 1].heading.clone()
    }
}

/// The item of a kept answer.
fn name(answer: &'static str) -> &'static str {
    answer.split(' ').next().unwrap()
}

fn said(link_id: &str) -> &'static ItemWords {
    let index = questionnaire().find(link_id).unwrap();
    &words().items[usize::from(index.0)]
}

/// The heading of a page: a page with one question has its words.
fn heading(page: &str) -> &'static str {
    let place = questionnaire()
        .pages
        .iter()
        .position(|known| known.id == page);
    let place = place.unwrap();
    let on_page = |item: &&Item| usize::from(item.page.0) == place;
    let items: Vec<&Item> = questionnaire().items.iter().filter(on_page).collect();
    match items[..] {
        [only] => said(only.link_id.0).text.0,
        _ => words().pages[place].0,
    }
}

/// The same text with one letter changed in the middle.
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
