//! What the rules can say: five outputs, each ordered, each only ever raised (evidence file, C.1).

/// Declares an ordered output: its variants mildest first, each with its stable code.
macro_rules! ordered {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant),+ }

        // The debug form is the path in Rust: `content/build.rs` writes the logic with it.
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

            /// The stable name used in files, in the command line's output and in FHIR.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }
        }
    };
}

ordered! {
    /// A sign that needs help now, whatever the level.
    #[derive(Default)]
    Alert {
        /// Nothing needs to interrupt.
        #[default]
        None = "none",
        /// A card with someone to contact, shown in line.
        SupportCard = "support-card",
        /// A crisis line or same-day care comes before anything else.
        ContactFirst = "contact-first",
        /// Emergency help now.
        EmergencyNow = "emergency-now",
    }
}

ordered! {
    /// What comes before treatment: help with stopping safely.
    #[derive(Default)]
    FirstStep {
        /// Nothing comes first.
        #[default]
        None = "none",
        /// A medical check before cutting down; outpatient may do.
        WithdrawalCheck = "withdrawal-check",
        /// Medically managed withdrawal care around the clock.
        WithdrawalCare = "withdrawal-care-24h",
        /// The emergency department, now.
        EmergencyDepartment = "emergency-department",
    }
}

ordered! {
    /// How much treatment, from least to most.
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
        /// Living at the program.
        Residential = "residential",
        /// Nurses around the clock and a doctor at hand.
        MedicalInpatient = "medical-inpatient",
    }
}

ordered! {
    /// How soon.
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
    /// Something to add whatever the level. The order is that of the evidence file, not of weight.
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
    /// Withdrawal that can kill.
    Danger,
    /// Withdrawal of the opioid kind.
    Opioid,
}

/// The four outputs that have an order of concern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outputs {
    /// What needs help now.
    pub alert: Alert,
    /// What comes before treatment.
    pub first_step: FirstStep,
    /// How much treatment.
    pub level: LevelOfCare,
    /// How soon.
    pub urgency: Urgency,
}
