//! The long documents, so that rustdoc shows them and checks their links.

#[doc = include_str!("docs/architecture.md")]
pub mod architecture {}

#[doc = include_str!("docs/design.md")]
pub mod design {}

#[doc = include_str!("docs/glossary.md")]
pub mod glossary {}

#[doc = include_str!("docs/fhir-conformance.md")]
pub mod fhir_conformance {}

#[doc = include_str!("docs/embedding.md")]
pub mod embedding {}

#[doc = include_str!("docs/hosting.md")]
pub mod hosting {}

#[doc = include_str!("docs/upgrading.md")]
pub mod upgrading {}

#[doc = include_str!("docs/contact.md")]
pub mod contact {}

#[doc = include_str!("docs/mutants.md")]
pub mod mutants {}

#[doc = include_str!("docs/privacy.md")]
pub mod privacy {}

#[doc = include_str!("docs/kindness.md")]
pub mod kindness {}

#[doc = include_str!("docs/supply-chain.md")]
pub mod supply_chain {}

#[doc = include_str!("docs/withdrawing-a-rule.md")]
pub mod withdrawing_a_rule {}

#[doc = include_str!("docs/benchmark.md")]
pub mod benchmark {}

#[doc = include_str!("docs/wordpress.md")]
pub mod wordpress {}

/// Architecture decision records, one page each.
pub mod decisions {
    #[doc = include_str!("docs/decisions/0001-a-package-for-each-room.md")]
    pub mod a_package_for_each_room {}

    #[doc = include_str!("docs/decisions/0002-content-compiled-to-rust.md")]
    pub mod content_compiled_to_rust {}

    #[doc = include_str!("docs/decisions/0003-words-beside-the-module.md")]
    pub mod words_beside_the_module {}

    #[doc = include_str!("docs/decisions/0004-rules-without-not.md")]
    pub mod rules_without_not {}

    #[doc = include_str!("docs/decisions/0005-how-the-evidence-was-read.md")]
    pub mod how_the_evidence_was_read {}

    #[doc = include_str!("docs/decisions/0006-minutes-from-words.md")]
    pub mod minutes_from_words {}

    #[doc = include_str!("docs/decisions/0007-red-flags-interrupt-at-continue.md")]
    pub mod red_flags_interrupt_at_continue {}

    #[doc = include_str!("docs/decisions/0008-leaving-a-question-open.md")]
    pub mod leaving_a_question_open {}

    #[doc = include_str!("docs/decisions/0009-history-entries-that-say-nothing.md")]
    pub mod history_entries_that_say_nothing {}

    #[doc = include_str!("docs/decisions/0010-one-drawing-for-all.md")]
    pub mod one_drawing_for_all {}

    #[doc = include_str!("docs/decisions/0011-libraries.md")]
    pub mod libraries {}

    #[doc = include_str!("docs/decisions/0012-proof-by-decision-diagrams.md")]
    pub mod proof_by_decision_diagrams {}

    #[doc = include_str!("docs/decisions/0013-reading-level.md")]
    pub mod reading_level {}

    #[doc = include_str!("docs/decisions/0014-pictures-beside-words.md")]
    pub mod pictures_beside_words {}

    #[doc = include_str!("docs/decisions/0015-one-load.md")]
    pub mod one_load {}

    #[doc = include_str!("docs/decisions/0016-keeping-answers.md")]
    pub mod keeping_answers {}

    #[doc = include_str!("docs/decisions/0017-a-policy-that-closes.md")]
    pub mod a_policy_that_closes {}

    #[doc = include_str!("docs/decisions/0018-without-webassembly.md")]
    pub mod without_webassembly {}

    #[doc = include_str!("docs/decisions/0019-supply-chain.md")]
    pub mod supply_chain {}

    #[doc = include_str!("docs/decisions/0020-questions-on-paper.md")]
    pub mod questions_on_paper {}

    #[doc = include_str!("docs/decisions/0021-going-on-without-a-connection.md")]
    pub mod going_on_without_a_connection {}

    #[doc = include_str!("docs/decisions/0022-settings-read-once.md")]
    pub mod settings_read_once {}

    #[doc = include_str!("docs/decisions/0023-in-pages-of-others.md")]
    pub mod in_pages_of_others {}
}
