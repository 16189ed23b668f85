//! Outputs of the rules. Rules only ever raise an output, never lower it (evidence file, C.1).

/// Declares an ordered output: variants in ascending order, each with its stable code.
macro_rules! ordered {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant),+ }

        // `Debug` prints a Rust path: `content/build.rs` generates code with it.
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(match self {
                    $($name::$variant => concat!(stringify!($name), "::", stringify!($variant))),+
                })
            }
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The rank, from 0.
            pub fn rank(self) -> u8 {
                self as u8
            }

            /// Stable code used in files, in command-line output and in FHIR.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }
        }
    };
}

ordered! {
    /// Urgency of signs that need help now, whatever the level.
    #[derive(Default)]
    Alert {
        /// No alert.
        #[default]
        None = "none",
        /// A card with a contact, shown inline.
        SupportCard = "support-card",
        /// A crisis line or same-day care comes before anything else.
        ContactFirst = "contact-first",
        /// Emergency help now.
        EmergencyNow = "emergency-now",
    }
}

ordered! {
    /// First step before treatment: help with stopping safely.
    #[derive(Default)]
    FirstStep {
        /// No first step.
        #[default]
        None = "none",
        /// A medical check before cutting down; may be outpatient.
        WithdrawalCheck = "withdrawal-check",
        /// Medically managed withdrawal care, 24 hours a day.
        WithdrawalCare = "withdrawal-care-24h",
        /// The emergency department, now.
        EmergencyDepartment = "emergency-department",
    }
}

ordered! {
    /// Level of care, from least to most treatment.
    #[derive(Default)]
    LevelOfCare {
        /// The answers point to no treatment.
        #[default]
        NoneIndicated = "none-indicated",
        /// Brief help and information.
        EarlySupport = "early-support",
        /// A session or two a week.
        Outpatient = "outpatient",
        /// Nine to nineteen hours a week, nights at home.
        IntensiveOutpatient = "intensive-outpatient",
        /// Twenty hours a week or more, nights at home.
        DayProgram = "day-program",
        /// Residential: the person lives at the program.
        Residential = "residential",
        /// Inpatient: nurses 24 hours a day and a doctor on site.
        MedicalInpatient = "medical-inpatient",
    }
}

ordered! {
    /// Urgency: how soon to act.
    #[derive(Default)]
    Urgency {
        /// When the person can.
        #[default]
        WhenYouCan = "when-you-can",
        /// This week.
        ThisWeek = "this-week",
        /// Within 24 to 48 hours.
        WithinTwoDays = "within-48-hours",
        /// Today.
        Today = "today",
        /// Now.
        Now = "now",
    }
}

ordered! {
    /// Add-on to any level of care. The order is that of the evidence file, not of importance.
    AddOn {
        /// Medication for opioid use.
        MedicationOpioid = "M-MOUD",
        /// Medication for alcohol use.
        MedicationAlcohol = "M-AUD",
        /// Naloxone at hand.
        Naloxone = "NALOX",
        /// Pregnancy care.
        Pregnancy = "PREG",
        /// Mental-health care at the same time.
        MentalHealth = "CO-MH",
        /// A program for young people.
        Adolescent = "ADOL",
        /// Help for veterans.
        Veterans = "VET",
        /// Safety from violence at home.
        SafeHome = "SAFE-HOME",
        /// A place to live that supports recovery.
        Housing = "HOUSING",
        /// Wound care.
        WoundCare = "WOUND",
        /// A slow taper with the prescriber.
        Taper = "TAPER",
        /// Staying on treatment medicine.
        KeepMedicine = "KEEP-MED",
        /// Contingency management.
        ContingencyManagement = "CM",
        /// Talking it through with a person.
        TalkItThrough = "TALK",
    }
}

/// The withdrawal track a rule speaks of, where it speaks of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Track {
    /// Withdrawal that can be fatal.
    Danger,
    /// Opioid withdrawal.
    Opioid,
}

/// The four outputs that have an order of concern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outputs {
    /// Urgency of signs that need help now.
    pub alert: Alert,
    /// First step before treatment.
    pub first_step: FirstStep,
    /// Level of care.
    pub level: LevelOfCare,
    /// Urgency: how soon to act.
    pub urgency: Urgency,
}
