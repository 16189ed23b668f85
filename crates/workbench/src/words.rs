//! Texts of the workbench, in English only.
//!
//! Only reviewers read this page, so its own texts are not translated. Questions, options, levels
//! and reasons come from the texts file, as on every page.

pub(super) const TITLE: &str = "Try the rules";
pub(super) const LEAD: &str = "Answer by hand or load a file, and see at once which rules fire and what they come to. It begins with every answer at its mildest.";
pub(super) const FOR_REVIEWERS: &str =
    "This is a tool for reviewers. Nothing you enter leaves this page.";
pub(super) const NOT_VALIDATED: &str = "Not yet reviewed by a clinician. Not clinically validated.";
pub(super) const SKIP: &str = "Go to the answers";
pub(super) const RULEBOOK: &str = "All rules in words";
pub(super) const WAITING: &str = "The questions are on their way.";
pub(super) const NEEDS_SCRIPTS: &str =
    "This page needs scripts, and scripts are off here. The rules in words need none:";
/// Text for a module that fails to load.
pub const FAILED: &str =
    "The questions could not be loaded. Check your connection and load the page again.";

// Tools.
pub(super) const TOOLS: &str = "Set all answers";
pub(super) const ALL_MILDEST: &str = "All mildest";
pub(super) const ALL_EMPTY: &str = "All left empty";
pub(super) const LOAD: &str = "Load a file";
pub(super) const LOAD_HINT: &str =
    "A FHIR QuestionnaireResponse as JSON. It is read on this device.";
pub(super) const CODE: &str = "Read a code";
pub(super) const CODE_HINT: &str =
    "The code of a result, as it stands on its printed page. Hyphens and case do not matter.";
pub(super) const LOADED: &str = "These are the answers of";
pub(super) const REFUSED: &str = "was not loaded. The answers stay as they were.";
pub(super) const TOO_LARGE: &str = "It is larger than 4 MB, and was not read.";
pub(super) const TOO_LARGE_TODO: &str =
    "A response to this questionnaire is far smaller: check that this is the right file.";
pub(super) const UNREADABLE: &str = "The browser could not read it.";
pub(super) const UNREADABLE_TODO: &str =
    "Check that the file is still there and that you may open it.";
pub(super) const PLACE: &str = "Place";
pub(super) const FOUND: &str = "What is there";
pub(super) const RESPONSE_TODO: &str = "Mend that place, then load the file again.";
pub(super) const ONLY_ASKED: &str = "Show only what is asked";

// Answers.
pub(super) const ANSWERS: &str = "Answers";
pub(super) const RESULTS: &str = "Results";
pub(super) const LEFT_EMPTY: &str = "Left empty";
pub(super) const NOT_ASKED: &str = "Not asked: counts for nothing";
pub(super) const COUNTS_AS: &str = "Counts as:";
pub(super) const RAISED: &str = "Another answer raises it. Counts as:";

// Results.
pub(super) const CHANGE: &str = "Last change";
pub(super) const NO_CHANGE: &str = "No output, no rating and no rule changed.";
pub(super) const NO_CHANGE_YET: &str = "Nothing changed yet.";
pub(super) const RESULT: &str = "What it comes to";
pub(super) const HEADLINE: &str = "Headline";
pub(super) const ALERT: &str = "Alert";
pub(super) const FIRST_STEP: &str = "First step";
pub(super) const LEVEL: &str = "Level";
pub(super) const LEVEL_HIDDEN: &str = "Not shown under 18. The rules come to";
pub(super) const NEXT_LEVEL: &str = "Next level";
pub(super) const NEXT_LEVEL_NONE: &str = "None: shown only after a first step or inpatient care.";
pub(super) const URGENCY: &str = "Urgency";
pub(super) const ADD_ONS: &str = "Add-ons";
pub(super) const SIGNS: &str = "Medical signs";
pub(super) const ADVICE: &str = "Advice";
pub(super) const HELP: &str = "Help shown";
pub(super) const DO_NOT_STOP: &str = "“Do not stop alone”";
pub(super) const YES: &str = "Yes";
pub(super) const NO: &str = "No";
pub(super) const NOTHING: &str = "none";
pub(super) const RATINGS: &str = "Ratings";
pub(super) const AREA: &str = "Area";
pub(super) const RATING: &str = "Rating, 0 to 4";
pub(super) const DANGER_TRACK: &str = "danger track";
pub(super) const UNPRESCRIBED: &str = "danger track, beyond a prescription";
pub(super) const OPIOID_TRACK: &str = "opioid track";
pub(super) const RANGE: &str = "Range";
pub(super) const RANGE_LEAD: &str =
    "The open questions at their mildest, as given, and at their most serious.";
pub(super) const RANGE_NONE: &str =
    "Every question that is asked has a definite answer, so there is no range.";
pub(super) const OUTPUT: &str = "Output";
pub(super) const MILDEST: &str = "Mildest";
pub(super) const AS_GIVEN: &str = "As given";
pub(super) const MOST_CAREFUL: &str = "Most careful";
pub(super) const FIRED: &str = "Rules that fire";
pub(super) const FIRED_NONE: &str = "No rule fires.";
pub(super) const NEW: &str = "new";
pub(super) const STOPPED: &str = "No longer fire since the last change:";
pub(super) const SETS: &str = "Sets";
pub(super) const BELOW: &str = "Sets nothing: other rules ask for as much or more.";
pub(super) const DEFINES: &str = "Sets nothing by itself: other rules read it.";
pub(super) const EXPLAINS: &str = "Adds a reason only.";
pub(super) const READS: &str = "Reads";
pub(super) const OPEN: &str = "Open questions";
pub(super) const OPEN_NONE: &str = "None.";
pub(super) const RULES: &str = "rules";
pub(super) const FIRES_NOW: &str = "now fires";
pub(super) const FIRE_NOW: &str = "now fire";
pub(super) const FIRES_NO_MORE: &str = "no longer fires";
pub(super) const FIRE_NO_MORE: &str = "no longer fire";
