//! The state: answers, and where the person is.

use std::collections::BTreeSet;

use super::export::{Export, ExportOutcome};
use assessment::{
    Alert, Answer, GapPolicy, HelpId, ItemIndex, LinkId, PageIndex, Questionnaire, RedFlag,
    Response, RuleIndex, ScoredAnswers, red_flags, shown,
};
use site::WeekMinute;

use super::contact::Contact;
use super::section::{OpenSections, Section};
use super::storage::Storage;

/// Everything the journey knows.
#[derive(Clone, Debug)]
pub struct Model {
    /// What is asked.
    pub questionnaire: &'static Questionnaire,
    /// The answers. The only thing of lasting worth here; everything else can be derived or lost.
    pub response: Response,
    /// Items on pages that were left with "Continue".
    pub reached: BTreeSet<LinkId>,
    /// Something to tell above the question.
    pub notice: Option<Notice>,
    /// How the result speaks, where the person chose it. It changes no suggestion.
    pub pace: Option<Pace>,
    /// The sections of the result that are open.
    pub sections: OpenSections,
    /// What became of the last wish to take the result along.
    pub taken: Option<(Export, ExportOutcome)>,
    /// The contact form, with what was typed into it.
    pub contact: Contact,
    /// The answers saved on the device, where the person asked for it.
    pub storage: Storage,
    /// The minute of the week where the site is, as of the opening of the result; nothing where it is
    /// not known.
    pub now: Option<WeekMinute>,
    pub(super) trail: Vec<Screen>,
    pub(super) at: usize,
    pub(super) message: BTreeSet<RuleIndex>,
}

/// How the result speaks (evidence file, V07).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Information first, and no hurry.
    TellMore,
    /// A small first step.
    SmallStep,
    /// The way to a call first.
    CallNow,
}

impl Pace {
    /// The section that holds what this choice promises. It can be closed again.
    pub fn opens(self) -> Section {
        match self {
            Pace::TellMore => Section::Way,
            Pace::SmallStep => Section::FirstCall,
            Pace::CallNow => Section::Contact,
        }
    }

    /// The stable name, for the page's ids.
    pub fn code(self) -> &'static str {
        match self {
            Pace::TellMore => "tell-more",
            Pace::SmallStep => "small-step",
            Pace::CallNow => "call-now",
        }
    }
}

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What it is and who it is for.
    Start,
    /// A page of questions.
    Page(PageIndex),
    /// Help that comes before going on.
    Help(Vec<HelpId>),
    /// Where the check stands on the way.
    Standing,
    /// All answers, with a way to change each.
    Review,
    /// The suggestion.
    Result,
}

/// Something to tell above the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// These items have no answer yet; going on again leaves them empty.
    Unanswered(Vec<ItemIndex>),
    /// Some questions changed since these answers were kept, and are asked again.
    QuestionsChanged,
}

impl Model {
    /// A journey at its start.
    pub fn new(questionnaire: &'static Questionnaire) -> Model {
        Model {
            questionnaire,
            response: Response::default(),
            reached: BTreeSet::new(),
            notice: None,
            pace: None,
            sections: OpenSections::default(),
            taken: None,
            contact: Contact::default(),
            storage: Storage::default(),
            now: None,
            trail: vec![Screen::Start],
            at: 0,
            message: BTreeSet::new(),
        }
    }

    /// Puts the person on a screen at once: for showing states, not for journeys.
    pub fn show(&mut self, place: Screen) {
        self.trail.push(place);
        self.at = self.trail.len().saturating_sub(1);
    }

    /// Where the person is.
    pub fn screen(&self) -> &Screen {
        self.trail.get(self.at).unwrap_or(&Screen::Start)
    }

    /// Whether the result was seen on the way here.
    pub fn has_seen_result(&self) -> bool {
        self.trail.contains(&Screen::Result)
    }

    /// How far along the trail the person is.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Whether a change was asked for, and leads back to the review.
    pub fn is_returning(&self) -> bool {
        let before = self.trail.iter().take(self.at);
        matches!(self.screen(), Screen::Page(_) | Screen::Help(_))
            && before.into_iter().any(|place| *place == Screen::Review)
    }

    /// The item that says who the answers are about.
    pub fn who_for(&self) -> ItemIndex {
        self.questionnaire.roles.person
    }

    /// Whether the answers are about someone else.
    pub fn is_for_someone_else(&self) -> bool {
        let item = self.questionnaire.item(self.who_for());
        item.is_some_and(|item| match self.response.get(item.link_id) {
            Some(Answer::Chosen(options)) => options.has(1),
            Some(Answer::Unsure | Answer::Declined) | None => false,
        })
    }

    /// The items shown on one page, given the answers so far. Who the answers are about is asked on
    /// the start screen; it comes up again only where it was left open, or is to be changed.
    pub fn items_on(&self, page: PageIndex) -> Vec<ItemIndex> {
        let shown = self.shown();
        let answered_at_start = |index: ItemIndex| {
            index == self.who_for() && !self.is_returning() && self.answer(index).is_some()
        };
        let on_page = self.questionnaire.items_on(page).map(|(index, _)| index);
        on_page
            .filter(|index| shown.contains(index) && !answered_at_start(*index))
            .collect()
    }

    /// Every item that is asked before the result, given the answers so far.
    pub fn shown(&self) -> BTreeSet<ItemIndex> {
        let mut shown = shown(self.questionnaire, &self.response, &self.reached);
        shown.retain(|index| {
            let item = self.questionnaire.item(*index);
            item.is_some_and(|item| !self.questionnaire.is_after_result(item))
        });
        shown
    }

    /// Whether two answers that were given do not fit together: a row of a table that arithmetic from
    /// another answer raised. The more careful reading stands.
    pub fn contradicts(&self, index: ItemIndex) -> bool {
        let Some(item) = self.questionnaire.item(index) else {
            return false;
        };
        let is_chosen = |index| matches!(self.answer(index), Some(Answer::Chosen(_)));
        // Only rows of tables bound each other by arithmetic alone.
        if item.table.is_none() || !is_chosen(index) {
            return false;
        }
        let sheet = ScoredAnswers::read(
            self.questionnaire,
            &self.response,
            GapPolicy::SoFar(&self.reached),
        );
        let mut bounds = item.raised_by.iter();
        sheet.get(index).raised && bounds.any(|bound| is_chosen(bound.item))
    }

    /// The answer to an item.
    pub fn answer(&self, index: ItemIndex) -> Option<Answer> {
        self.questionnaire
            .item(index)
            .and_then(|item| self.response.get(item.link_id))
    }

    /// The red flags so far, the most urgent first. Worked out anew every time, never kept (I17).
    pub fn red_flags(&self) -> Vec<RedFlag> {
        red_flags(self.questionnaire, &self.response, &self.reached)
    }

    /// The red flags that answers on one page raise.
    pub fn red_flags_on(&self, page: PageIndex) -> Vec<RedFlag> {
        let on_page = |index: &ItemIndex| {
            let item = self.questionnaire.item(*index);
            item.is_some_and(|item| item.page == page)
        };
        let mut flags = self.red_flags();
        flags.retain(|flag| flag.items.iter().any(on_page));
        flags
    }

    /// Whether the question about danger right now was passed without a definite answer.
    pub fn is_danger_open(&self) -> bool {
        let item = self.questionnaire.item(self.questionnaire.roles.danger);
        item.is_some_and(|item| match self.response.get(item.link_id) {
            Some(Answer::Unsure | Answer::Declined) => true,
            Some(Answer::Chosen(_)) => false,
            None => self.reached.contains(&item.link_id),
        })
    }

    /// How far each section is, in whole hundredths.
    pub fn progress(&self) -> Vec<u8> {
        let here = match self.screen() {
            Screen::Start => None,
            Screen::Page(page) => Some(page.0),
            Screen::Standing => self.last_page().map(|page| page.0),
            Screen::Help(_) => self.last_page().map(|page| page.0.saturating_add(1)),
            Screen::Review | Screen::Result => Some(u16::MAX),
        };
        let Some(here) = here else {
            return vec![0; self.questionnaire.sections.len()];
        };
        let share = |section: u16| {
            let pages = (0_u16..).zip(self.questionnaire.pages);
            let of_it: Vec<u16> = pages
                .filter(|(_, page)| page.section == section)
                .map(|(index, _)| index)
                .collect();
            let done = of_it.iter().filter(|page| **page < here).count();
            let hundredths = done
                .saturating_mul(100)
                .checked_div(of_it.len())
                .unwrap_or(100);
            u8::try_from(hundredths).unwrap_or(100)
        };
        (0_u16..)
            .zip(self.questionnaire.sections)
            .map(|(section, _)| share(section))
            .collect()
    }

    /// Whether a place of the trail is a page that is no longer asked.
    pub(super) fn is_gone(&self, at: usize) -> bool {
        match self.trail.get(at) {
            Some(Screen::Page(page)) => {
                let shown = self.shown();
                !self
                    .questionnaire
                    .items_on(*page)
                    .any(|(index, _)| shown.contains(&index))
            }
            Some(
                Screen::Start
                | Screen::Help(_)
                | Screen::Standing
                | Screen::Review
                | Screen::Result,
            )
            | None => false,
        }
    }

    /// The last page of questions on the way here.
    pub(super) fn last_page(&self) -> Option<PageIndex> {
        self.trail
            .iter()
            .take(self.at.saturating_add(1))
            .rev()
            .find_map(|place| match place {
                Screen::Page(page) => Some(*page),
                Screen::Start
                | Screen::Help(_)
                | Screen::Standing
                | Screen::Review
                | Screen::Result => None,
            })
    }

    /// The red flags that interrupt and have not been told yet.
    pub(super) fn untold(&self) -> Vec<RedFlag> {
        let mut flags = self.red_flags();
        flags
            .retain(|flag| flag.alert >= Alert::ContactFirst && !self.message.contains(&flag.rule));
        flags
    }
}
