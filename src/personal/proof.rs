//! Checks that tell a real number from digits that only look like one.

/// A check on the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The tenth digit of an NHS number is its check digit, modulus 11 (NHS Data Dictionary, "NHS number").
    NhsNumber,
}

impl Proof {
    /// Tells whether the digits in `text` pass.
    pub fn holds(self, text: &str) -> bool {
        match self {
            Self::NhsNumber => is_nhs_number(text),
        }
    }
}

fn is_nhs_number(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|sign| sign.to_digit(10)).collect();
    let Some((check, weighed)) = digits.split_last().filter(|_| digits.len() == 10) else { return false };
    let sum: u32 = weighed.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let wanted = (11 - sum % 11) % 11;
    // The same digit ten times passes the sum and is never given to anybody.
    wanted == *check && digits.iter().any(|digit| digit != check)
}
