//! The model: the answers, and the current screen.

use super::export::{Export, ExportOutcome};
use assessment::{
    Alert, Answer, GapPolicy, HelpId, ItemIndex, LinkId, PageIndex, Questionnaire, RedFlag,
    Response, RuleIndex, ScoredAnswers, SortedSet, red_flags, shown,
};
use site::WeekMinute;

use super::contact::Contact;
use super::pace::Pace;
use super::page_part::PagePart;
use super::section::OpenSections;
use super::storage::Storage;

/// The whole state of a journey.
#[derive(Clone, Debug)]
pub struct Model {
    /// The questions to ask.
    pub questionnaire: &'static Questionnaire,
    /// The answers. The only state worth preserving; everything else can be derived or lost.
    pub response: Response,
    /// Items on pages that were left with "Continue".
    pub reached: SortedSet<LinkId>,
    /// The notice above the question.
    pub notice: Option<Notice>,
    /// The pace of the result, if the person chose one. It never changes the recommendation.
    pub pace: Option<Pace>,
    /// The open sections of the result.
    pub sections: OpenSections,
    /// The last export and its outcome.
    pub taken: Option<(Export, ExportOutcome)>,
    /// The contact form, with its field values.
    pub contact: Contact,
    /// The answers saved on the device, if the person asked for it.
    pub storage: Storage,
    /// The minute of the week in the site's time zone when the result opened, or `None` if unknown.
    pub now: Option<WeekMinute>,
    /// Whether the result has just opened, and only its first screen is drawn. The rest takes two thirds of the
    /// time and follows after the first paint.
    pub is_first_paint: bool,
    pub(super) trail: Vec<Screen>,
    pub(super) at: usize,
    pub(super) message: SortedSet<RuleIndex>,
}

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The start screen: what the check is and who it is for.
    Start,
    /// A page of questions, or a part of it.
    Page(PagePart),
    /// An interruption that shows help before the next question.
    Help(Vec<HelpId>),
    /// What the check would suggest so far.
    Standing,
    /// The review of all answers, with a link to change each.
    Review,
    /// The recommendation.
    Result,
}

/// A notice above the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// These items are unanswered; pressing Continue again leaves them empty.
    Unanswered(Vec<ItemIndex>),
    /// Some questions changed since the answers were saved, and are asked again.
    QuestionsChanged,
}

impl Model {
    /// Creates a journey on the start screen.
    pub fn new(questionnaire: &'static Questionnaire) -> Model {
        Model {
            questionnaire,
            response: Response::default(),
            reached: SortedSet::new(),
            notice: None,
            pace: None,
            sections: OpenSections::default(),
            taken: None,
            contact: Contact::default(),
            storage: Storage::default(),
            now: None,
            is_first_paint: false,
            trail: vec![Screen::Start],
            at: 0,
            message: SortedSet::new(),
        }
    }

    /// Jumps to a screen. For rendering states in tests and demos, not for journeys.
    pub fn show(&mut self, place: Screen) {
        self.trail.push(place);
        self.at = self.trail.len().saturating_sub(1);
    }

    /// Returns the current screen.
    pub fn screen(&self) -> &Screen {
        self.trail.get(self.at).unwrap_or(&Screen::Start)
    }

    /// Whether the trail contains the result.
    pub fn has_seen_result(&self) -> bool {
        self.trail.contains(&Screen::Result)
    }

    /// Returns the current position in the trail.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Whether the person is changing an answer, after which Continue returns to the review.
    pub fn is_returning(&self) -> bool {
        let before = self.trail.iter().take(self.at);
        matches!(self.screen(), Screen::Page(_) | Screen::Help(_))
            && before.into_iter().any(|place| *place == Screen::Review)
    }

    /// Returns the page the person chose to change from the review.
    pub(super) fn changed_page(&self) -> Option<PageIndex> {
        let before = self.trail.iter().take(self.at.saturating_add(1));
        let since_review: Vec<&Screen> = before
            .rev()
            .take_while(|place| **place != Screen::Review)
            .collect();
        match since_review.last() {
            Some(Screen::Page(part)) => Some(part.page),
            Some(_) | None => None,
        }
    }

    /// Returns the item that asks who the answers are about.
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

    /// Returns the items shown on a page, given the answers so far. The start screen asks who the answers are
    /// about; a page repeats that question only if it is unanswered or the person wants to change it.
    pub fn items_on(&self, page: PageIndex) -> Vec<ItemIndex> {
        self.items_among(&self.shown(), page)
    }

    /// Returns the items on a page among those that are shown.
    pub(super) fn items_among(
        &self,
        shown: &SortedSet<ItemIndex>,
        page: PageIndex,
    ) -> Vec<ItemIndex> {
        let answered_at_start = |index: ItemIndex| {
            index == self.who_for() && !self.is_returning() && self.answer(index).is_some()
        };
        let on_page = self.questionnaire.items_on(page).map(|(index, _)| index);
        on_page
            .filter(|index| shown.contains(index) && !answered_at_start(*index))
            .collect()
    }

    /// Returns every item asked before the result, given the answers so far.
    pub fn shown(&self) -> SortedSet<ItemIndex> {
        let mut shown = shown(self.questionnaire, &self.response, &self.reached);
        shown.retain(|index| {
            let item = self.questionnaire.item(*index);
            item.is_some_and(|item| !self.questionnaire.is_after_result(item))
        });
        shown
    }

    /// Whether an answer contradicts another one: arithmetic from another answer raised this row of a table.
    /// The result uses the more cautious reading.
    pub fn contradicts(&self, index: ItemIndex) -> bool {
        let Some(item) = self.questionnaire.item(index) else {
            return false;
        };
        let is_chosen = |index| matches!(self.answer(index), Some(Answer::Chosen(_)));
        // Only table rows bound each other by arithmetic alone.
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

    /// Returns the answer to an item.
    pub fn answer(&self, index: ItemIndex) -> Option<Answer> {
        self.questionnaire
            .item(index)
            .and_then(|item| self.response.get(item.link_id))
    }

    /// Returns the red flags so far, the most urgent first. Recomputed every time, never stored (I17).
    pub fn red_flags(&self) -> Vec<RedFlag> {
        red_flags(self.questionnaire, &self.response, &self.reached)
    }

    /// Whether the person passed the question about immediate danger without a definite answer.
    pub fn is_danger_open(&self) -> bool {
        let item = self.questionnaire.item(self.questionnaire.roles.danger);
        item.is_some_and(|item| match self.response.get(item.link_id) {
            Some(Answer::Unsure | Answer::Declined) => true,
            Some(Answer::Chosen(_)) => false,
            None => self.reached.contains(&item.link_id),
        })
    }

    /// Returns the progress of each section in percent.
    pub fn progress(&self) -> Vec<u8> {
        let last = self.last_page();
        let is_done = |part: PagePart| match self.screen() {
            Screen::Start => false,
            Screen::Page(here) => part < *here,
            Screen::Standing => last.is_some_and(|last| part < last),
            Screen::Help(_) => last.is_some_and(|last| part <= last),
            Screen::Review | Screen::Result => true,
        };
        // A page that is not asked counts once, so that the others weigh the same whatever is answered.
        let shown = self.shown();
        let pages = (0_u16..).map(PageIndex).zip(self.questionnaire.pages);
        let parts: Vec<(u16, PagePart)> = pages
            .flat_map(|(index, page)| {
                let count = self.parts_among(&shown, index).len().max(1);
                let parts = (0_u8..)
                    .take(count)
                    .map(move |part| PagePart { page: index, part });
                parts.map(move |part| (page.section, part))
            })
            .collect();
        let share = |section: u16| {
            let of_it = parts.iter().filter(|(of, _)| *of == section);
            let of_it: Vec<PagePart> = of_it.map(|(_, part)| *part).collect();
            let done = of_it.iter().filter(|part| is_done(**part)).count();
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

    /// Whether a position in the trail is a page that is no longer asked.
    pub(super) fn is_gone(&self, at: usize) -> bool {
        match self.trail.get(at) {
            Some(Screen::Page(part)) => {
                let shown = self.shown();
                let mut items = self.questionnaire.items_on(part.page);
                let is_asked = items.any(|(index, _)| shown.contains(&index));
                !is_asked || part.part > 0 && self.items_in(*part).is_empty()
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

    /// Returns the last page of questions in the trail so far.
    pub(super) fn last_page(&self) -> Option<PagePart> {
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

    /// Returns the interrupting red flags that have not been shown yet.
    pub(super) fn untold(&self) -> Vec<RedFlag> {
        let mut flags = self.red_flags();
        flags
            .retain(|flag| flag.alert >= Alert::ContactFirst && !self.message.contains(&flag.rule));
        flags
    }
}
