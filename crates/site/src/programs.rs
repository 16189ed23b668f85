//! What the programs of a site can do, as the site says.

use assessment::LevelOfCare;

/// Whether a site offers something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offer {
    /// It says so.
    Yes,
    /// It says that it does not.
    No,
    /// It does not say. Unknown is not "no", and not "yes".
    #[default]
    NotSaid,
}

/// What help with stopping safely a site gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithdrawalCareKind {
    /// It does not say.
    #[default]
    NotSaid,
    /// None.
    None,
    /// Checks and medicine by visits.
    Outpatient,
    /// Medical care day and night, and visits.
    AroundTheClock,
}

/// What the programs can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programs {
    /// The levels offered; nothing where the site does not say.
    pub levels: Option<Vec<LevelOfCare>>,
    /// Help with stopping safely.
    pub withdrawal_care: WithdrawalCareKind,
    /// Starts or keeps people on medicine for opioid use.
    pub medication_opioid: Offer,
    /// Starts medicine for alcohol use.
    pub medication_alcohol: Offer,
    /// Treats mental health in the same program.
    pub mental_health: Offer,
    /// Takes people who are pregnant.
    pub pregnancy: Offer,
    /// Takes people under 18.
    pub under_18: Offer,
    /// Kinds of payment, in the site's own words.
    pub payment: Vec<String>,
    /// Languages spoken, in the site's own words.
    pub languages: Vec<String>,
}

impl Programs {
    /// Whether a level is offered.
    pub fn level(&self, level: LevelOfCare) -> Offer {
        match &self.levels {
            None => Offer::NotSaid,
            Some(levels) if levels.contains(&level) => Offer::Yes,
            Some(_) => Offer::No,
        }
    }

    /// Whether a medical check by visits is offered.
    pub fn withdrawal_check(&self) -> Offer {
        match self.withdrawal_care {
            WithdrawalCareKind::NotSaid => Offer::NotSaid,
            WithdrawalCareKind::None => Offer::No,
            WithdrawalCareKind::Outpatient | WithdrawalCareKind::AroundTheClock => Offer::Yes,
        }
    }

    /// Whether withdrawal care around the clock is offered.
    pub fn withdrawal_care_24h(&self) -> Offer {
        match self.withdrawal_care {
            WithdrawalCareKind::NotSaid => Offer::NotSaid,
            WithdrawalCareKind::None | WithdrawalCareKind::Outpatient => Offer::No,
            WithdrawalCareKind::AroundTheClock => Offer::Yes,
        }
    }
}
