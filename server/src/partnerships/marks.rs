//! The colour and shape by which a partner is known everywhere.

/// One colour a mark, all of them dark enough for white text on them and for themselves on white. The shapes that go
/// with them are drawn by the web: circle, triangle, square, diamond, pentagon, hexagon, star, cross.
const COLORS: [&str; 8] = ["#0072B2", "#B5590A", "#00785A", "#9C4F7C", "#3A6EA5", "#8A6D00", "#5B4FA2", "#A23B3B"];

/// The colour of a mark, which counts from 1.
pub(super) fn color(mark: i16) -> &'static str {
    let place = usize::from(mark.saturating_sub(1).rem_euclid(8).unsigned_abs());
    COLORS[place % COLORS.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_from_one() {
        assert_eq!(color(1), "#0072B2");
        assert_eq!(color(8), "#A23B3B");
    }

    #[test]
    fn every_number_has_a_colour() {
        for mark in [i16::MIN, -1, 0, 9, i16::MAX] {
            assert!(COLORS.contains(&color(mark)), "{mark}");
        }
    }
}
