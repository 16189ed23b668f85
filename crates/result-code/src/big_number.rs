//! Arbitrary-precision integers, as a stack of digits in mixed radix.

/// An unsigned integer in little-endian bytes, without trailing zeros.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BigNumber(Vec<u8>);

impl BigNumber {
    /// Multiplies by `radix`, and adds `digit`.
    pub(crate) fn push(&mut self, digit: u32, radix: u32) {
        let mut carry = u64::from(digit);
        for byte in &mut self.0 {
            let sum = u64::from(*byte)
                .wrapping_mul(u64::from(radix))
                .wrapping_add(carry);
            [*byte, ..] = sum.to_le_bytes();
            carry = sum.wrapping_shr(8);
        }
        while carry > 0 {
            let [low, ..] = carry.to_le_bytes();
            self.0.push(low);
            carry = carry.wrapping_shr(8);
        }
    }

    /// Divides by `radix`, and returns the remainder.
    pub(crate) fn pop(&mut self, radix: u32) -> u32 {
        let mut rest = 0_u64;
        for byte in self.0.iter_mut().rev() {
            let value = rest.wrapping_shl(8) | u64::from(*byte);
            let quotient = value.checked_div(u64::from(radix)).unwrap_or(0);
            [*byte, ..] = quotient.to_le_bytes();
            rest = value.checked_rem(u64::from(radix)).unwrap_or(0);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        u32::try_from(rest).unwrap_or(0)
    }

    /// Returns the little-endian bytes; empty for zero.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}
