//! Random numbers that are the same in every run.

/// A linear congruential generator (constants of MMIX, Knuth).
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that roll the same sequence for the same seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`, which must not be 0.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}
