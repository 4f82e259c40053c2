//! A cooperative limit on work.

use std::cell::Cell;
use std::time::Instant;

use crate::error::ProcessError;

/// How often a deadline is compared with the clock: once per this much fuel.
const CLOCK_INTERVAL: u64 = 1 << 16;

/// What one processor may spend on one document.
///
/// Fuel is counted, not timed, so the default limit fires at the same place on
/// every machine. A deadline is for servers and supervisors; it is off by
/// default since a clock has no place in results. Long loops call
/// [`Budget::spend`] with a number proportional to the work done.
#[derive(Debug)]
pub struct Budget {
    limit: u64,
    spent: Cell<u64>,
    deadline: Option<Instant>,
    next_look: Cell<u64>,
}

impl Budget {
    /// No limit.
    pub const fn unlimited() -> Self {
        Self::with_fuel(u64::MAX)
    }

    /// At most `fuel` units of work; one unit is about one item looked at.
    pub const fn with_fuel(fuel: u64) -> Self {
        Self {
            limit: fuel,
            spent: Cell::new(0),
            deadline: None,
            next_look: Cell::new(0),
        }
    }

    /// Also stop at a point in time.
    pub fn until(mut self, deadline: Instant) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Takes note of `units` of work.
    ///
    /// # Errors
    /// [`ProcessError::OutOfBudget`] once the fuel is used up or the deadline has passed.
    #[inline]
    pub fn spend(&self, units: u64) -> Result<(), ProcessError> {
        let spent = self.spent.get().saturating_add(units);
        self.spent.set(spent);
        if spent > self.limit || self.past_deadline(spent) {
            return Err(ProcessError::OutOfBudget { spent });
        }
        Ok(())
    }

    fn past_deadline(&self, spent: u64) -> bool {
        let Some(deadline) = self.deadline else {
            return false;
        };
        if spent < self.next_look.get() {
            return false;
        }
        self.next_look.set(spent + CLOCK_INTERVAL);
        Instant::now() >= deadline
    }

    /// Units of work noted so far.
    pub fn spent(&self) -> u64 {
        self.spent.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fuel_runs_out_exactly() {
        let budget = Budget::with_fuel(3);
        assert!(budget.spend(3).is_ok());
        assert!(matches!(
            budget.spend(1),
            Err(ProcessError::OutOfBudget { spent: 4 })
        ));
    }

    #[test]
    fn a_passed_deadline_stops_at_the_next_look() {
        let budget = Budget::unlimited().until(Instant::now());
        assert!(budget.spend(1).is_err());
    }
}
