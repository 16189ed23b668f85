//! Dimensions (areas of need) and their risk ratings.

/// Dimension: one of the five rated areas (evidence file, A.1). The sixth, what matters to the
/// person, is never rated: it changes tone and next steps only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Withdrawal, recent use and past complications when stopping.
    StoppingSafely,
    /// Illness, pregnancy, injury, medicines.
    PhysicalHealth,
    /// Suicide, self-harm, mood, psychosis.
    MindAndSafety,
    /// Loss of control, harm, return to use, overdose.
    UseAndControl,
    /// Housing, safety, the people around.
    HomeAndSupport,
}

impl Dimension {
    /// Every dimension, in display order.
    pub const ALL: [Dimension; 5] = [
        Dimension::StoppingSafely,
        Dimension::PhysicalHealth,
        Dimension::MindAndSafety,
        Dimension::UseAndControl,
        Dimension::HomeAndSupport,
    ];

    /// Stable code used in files and in FHIR.
    pub fn code(self) -> &'static str {
        match self {
            Dimension::StoppingSafely => "stopping-safely",
            Dimension::PhysicalHealth => "physical-health",
            Dimension::MindAndSafety => "mind-and-safety",
            Dimension::UseAndControl => "use-and-control",
            Dimension::HomeAndSupport => "home-and-support",
        }
    }
}

/// Scale that a rule can raise: a whole dimension, or a withdrawal track inside the first.
///
/// A rating of a track always raises [`Dimension::StoppingSafely`] too, and one of the unprescribed
/// part raises its track (evidence file, C.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Withdrawal that can be fatal: alcohol, sedatives, barbiturates, GHB-type, unknown supply.
    StoppingDanger,
    /// The part of [`Scale::StoppingDanger`] that does not come from a medicine used as prescribed
    /// (Au in C.1).
    StoppingUnprescribed,
    /// Opioid withdrawal: opioids, kratom, unknown supply.
    StoppingOpioid,
    /// A whole dimension.
    Whole(Dimension),
}

impl Scale {
    /// Every scale.
    pub const ALL: [Scale; 8] = [
        Scale::StoppingDanger,
        Scale::StoppingUnprescribed,
        Scale::StoppingOpioid,
        Scale::Whole(Dimension::StoppingSafely),
        Scale::Whole(Dimension::PhysicalHealth),
        Scale::Whole(Dimension::MindAndSafety),
        Scale::Whole(Dimension::UseAndControl),
        Scale::Whole(Dimension::HomeAndSupport),
    ];

    /// Stable code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Scale::StoppingDanger => "stopping-danger",
            Scale::StoppingUnprescribed => "stopping-unprescribed",
            Scale::StoppingOpioid => "stopping-opioid",
            Scale::Whole(dimension) => dimension.code(),
        }
    }

    /// Tells whether a rating on `other` counts as a rating on this scale.
    pub fn includes(self, other: Scale) -> bool {
        self == other
            || match other {
                Scale::StoppingDanger | Scale::StoppingOpioid => {
                    self == Scale::Whole(Dimension::StoppingSafely)
                }
                Scale::StoppingUnprescribed => matches!(
                    self,
                    Scale::StoppingDanger | Scale::Whole(Dimension::StoppingSafely)
                ),
                Scale::Whole(_) => false,
            }
    }
}

/// Risk rating of one dimension, 0 to 4.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RiskRating {
    /// 0: no sign of need.
    #[default]
    None,
    /// 1: some need.
    Some,
    /// 2: clear need.
    Clear,
    /// 3: serious need.
    Serious,
    /// 4: severe, or danger to life.
    Severe,
}

// `Debug` prints a Rust path: `content/build.rs` generates code with it.
impl std::fmt::Debug for RiskRating {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            RiskRating::None => "RiskRating::None",
            RiskRating::Some => "RiskRating::Some",
            RiskRating::Clear => "RiskRating::Clear",
            RiskRating::Serious => "RiskRating::Serious",
            RiskRating::Severe => "RiskRating::Severe",
        })
    }
}

impl RiskRating {
    /// Every rating, mildest first.
    pub const ALL: [RiskRating; 5] = [
        RiskRating::None,
        RiskRating::Some,
        RiskRating::Clear,
        RiskRating::Serious,
        RiskRating::Severe,
    ];

    /// The rating as a number, 0 to 4.
    pub fn rank(self) -> u8 {
        self as u8
    }
}

/// Ratings of all scales.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    danger: RiskRating,
    unprescribed: RiskRating,
    opioid: RiskRating,
    stopping: RiskRating,
    body: RiskRating,
    mind: RiskRating,
    control: RiskRating,
    home: RiskRating,
}

impl Ratings {
    /// The rating on one scale.
    pub fn get(&self, scale: Scale) -> RiskRating {
        match scale {
            Scale::StoppingDanger => self.danger.max(self.unprescribed),
            Scale::StoppingUnprescribed => self.unprescribed,
            Scale::StoppingOpioid => self.opioid,
            Scale::Whole(Dimension::StoppingSafely) => self
                .stopping
                .max(self.danger)
                .max(self.unprescribed)
                .max(self.opioid),
            Scale::Whole(Dimension::PhysicalHealth) => self.body,
            Scale::Whole(Dimension::MindAndSafety) => self.mind,
            Scale::Whole(Dimension::UseAndControl) => self.control,
            Scale::Whole(Dimension::HomeAndSupport) => self.home,
        }
    }

    /// The rating of one dimension.
    pub fn of(&self, dimension: Dimension) -> RiskRating {
        self.get(Scale::Whole(dimension))
    }

    /// Raises one scale to at least `rating`.
    pub fn raise(&mut self, scale: Scale, rating: RiskRating) {
        let slot = match scale {
            Scale::StoppingDanger => &mut self.danger,
            Scale::StoppingUnprescribed => &mut self.unprescribed,
            Scale::StoppingOpioid => &mut self.opioid,
            Scale::Whole(Dimension::StoppingSafely) => &mut self.stopping,
            Scale::Whole(Dimension::PhysicalHealth) => &mut self.body,
            Scale::Whole(Dimension::MindAndSafety) => &mut self.mind,
            Scale::Whole(Dimension::UseAndControl) => &mut self.control,
            Scale::Whole(Dimension::HomeAndSupport) => &mut self.home,
        };
        *slot = (*slot).max(rating);
    }
}
