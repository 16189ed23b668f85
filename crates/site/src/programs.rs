//! Programs of a site, as stated in its settings.

use assessment::LevelOfCare;

/// Whether a site offers something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offer {
    /// The site says that it does.
    Yes,
    /// The site says that it does not.
    No,
    /// The site does not say: neither "yes" nor "no".
    #[default]
    NotSaid,
}

/// Kind of withdrawal care that a site offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithdrawalCareKind {
    /// The site does not say.
    #[default]
    NotSaid,
    /// None.
    None,
    /// Outpatient checks and medicine.
    Outpatient,
    /// 24-hour medical care, and outpatient checks.
    AroundTheClock,
}

/// Programs of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programs {
    /// Levels offered; `None` if the site does not say.
    pub levels: Option<Vec<LevelOfCare>>,
    /// Withdrawal care.
    pub withdrawal_care: WithdrawalCareKind,
    /// Starts or continues medicine for opioid use.
    pub medication_opioid: Offer,
    /// Starts medicine for alcohol use.
    pub medication_alcohol: Offer,
    /// Treats mental health in the same program.
    pub mental_health: Offer,
    /// Accepts people who are pregnant.
    pub pregnancy: Offer,
    /// Accepts people under 18.
    pub under_18: Offer,
    /// Kinds of payment, in the site's own words.
    pub payment: Vec<String>,
    /// Languages spoken, in the site's own words.
    pub languages: Vec<String>,
}

impl Programs {
    /// Tells whether a level is offered.
    pub fn level(&self, level: LevelOfCare) -> Offer {
        match &self.levels {
            None => Offer::NotSaid,
            Some(levels) if levels.contains(&level) => Offer::Yes,
            Some(_) => Offer::No,
        }
    }

    /// Tells whether an outpatient medical check is offered.
    pub fn withdrawal_check(&self) -> Offer {
        match self.withdrawal_care {
            WithdrawalCareKind::NotSaid => Offer::NotSaid,
            WithdrawalCareKind::None => Offer::No,
            WithdrawalCareKind::Outpatient | WithdrawalCareKind::AroundTheClock => Offer::Yes,
        }
    }

    /// Tells whether 24-hour withdrawal care is offered.
    pub fn withdrawal_care_24h(&self) -> Offer {
        match self.withdrawal_care {
            WithdrawalCareKind::NotSaid => Offer::NotSaid,
            WithdrawalCareKind::None | WithdrawalCareKind::Outpatient => Offer::No,
            WithdrawalCareKind::AroundTheClock => Offer::Yes,
        }
    }
}
