//! Fixed-point scores.

use serde::ser::{Serialize, Serializer};

/// A score from 0 to 1 in steps of a hundredth, the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// Full confidence.
    pub const ONE: Self = Self(100);

    /// A score from hundredths; more than 100 counts as 100.
    pub const fn percent(hundredths: u32) -> Self {
        Self(if hundredths > 100 {
            100
        } else {
            hundredths as u8
        })
    }

    /// In hundredths, 0 to 100.
    pub const fn hundredths(self) -> u32 {
        self.0 as u32
    }
}

/// Written as a decimal with at most two places; the division of two small
/// integers is exact to the last digit printed on every IEEE machine.
impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}
