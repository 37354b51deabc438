//! From points of the body to SVG paths: closed smooth outlines, straight hems, thin lines.
//!
//! Coordinates are 1/1000 body heights with one decimal, y down. Not here: what is drawn (see the body parts).

use super::scene::{Part, Scene};
use super::space::{Flat, flat};

/// Tenths of a picture unit in a body height.
const TENTHS: f32 = 10_000.0;

/// A point of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Where.
    pub at: Flat,
    /// 1 = smooth, 0 = a corner.
    pub soft: f32,
}

/// Writes the parts of a scene one after the other, into the strings of the frame before.
pub struct Pen<'a> {
    scene: &'a mut Scene,
    next: usize,
    mirrored: bool,
    muted: bool,
    nodes: Vec<Node>,
    last: (i32, i32),
}

impl<'a> Pen<'a> {
    /// A pen at the first part.
    pub fn new(scene: &'a mut Scene, mirrored: bool) -> Self {
        let nodes = std::mem::take(&mut scene.scratch);
        Self { scene, next: 0, mirrored, muted: false, nodes, last: (0, 0) }
    }

    /// Starts the next part; what follows is drawn into it.
    pub fn part(&mut self, class: &'static str) -> &mut Self {
        match self.scene.parts.get_mut(self.next) {
            Some(part) => {
                part.class = class;
                part.path.clear();
            }
            None => self.scene.parts.push(Part { class, path: String::new() }),
        }
        self.next += 1;
        self.nodes.clear();
        self
    }

    /// While muted, parts are there but empty: what is seen in another layer at another moment.
    pub const fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// A smooth point of the outline.
    pub fn to(&mut self, at: Flat) -> &mut Self {
        self.soft(at, 1.0)
    }

    /// A corner of the outline.
    pub fn corner(&mut self, at: Flat) -> &mut Self {
        self.soft(at, 0.0)
    }

    /// A point that is more or less smooth.
    pub fn soft(&mut self, at: Flat, soft: f32) -> &mut Self {
        let crowded = self.nodes.last().is_some_and(|last| (last.at - at).length() < 0.0012);
        if !crowded {
            self.nodes.push(Node { at, soft });
        }
        self
    }

    /// Closes the outline.
    pub fn close(&mut self) -> &mut Self {
        self.write(true);
        self
    }

    /// Ends an open line.
    pub fn end(&mut self) -> &mut Self {
        self.write(false);
        self
    }

    /// A closed smooth outline through all points.
    pub fn blob(&mut self, points: impl IntoIterator<Item = Flat>) -> &mut Self {
        for point in points {
            self.to(point);
        }
        self.close()
    }

    /// A closed outline with straight sides.
    pub fn polygon(&mut self, points: impl IntoIterator<Item = Flat>) -> &mut Self {
        for point in points {
            self.corner(point);
        }
        self.close()
    }

    /// A straight line.
    pub fn line(&mut self, from: Flat, to: Flat) -> &mut Self {
        self.corner(from).corner(to).end()
    }

    /// A smooth open line.
    pub fn curve(&mut self, points: impl IntoIterator<Item = Flat>) -> &mut Self {
        for point in points {
            self.to(point);
        }
        self.end()
    }

    /// A circle.
    pub fn circle(&mut self, middle: Flat, radius: f32) -> &mut Self {
        self.ellipse(middle, flat(radius, 0.0), flat(0.0, radius))
    }

    /// An ellipse by its two half axes.
    pub fn ellipse(&mut self, middle: Flat, across: Flat, along: Flat) -> &mut Self {
        let (a, b) = (across * 0.707, along * 0.707);
        self.blob([
            middle + across,
            middle + a + b,
            middle + along,
            middle - a + b,
            middle - across,
            middle - a - b,
            middle - along,
            middle + a - b,
        ])
    }

    /// A rectangle with round corners, along `axis` and across it.
    pub fn round_box(&mut self, middle: Flat, along: Flat, across: Flat, radius: f32) -> &mut Self {
        let (side, top) = (along.unit_or(flat(1.0, 0.0)), across.unit_or(flat(0.0, 1.0)));
        let r = radius.min(along.length()).min(across.length());
        for (a, b) in [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)] {
            let corner = middle + along * a + across * b;
            let (aside, below) = (corner - side * (r * a), corner - top * (r * b));
            let bulge = corner - side * (r * a * 0.293) - top * (r * b * 0.293);
            // The corners are met against the clock: first from the side, then from above, and so on.
            let (first, second) = if a * b > 0.0 { (below, aside) } else { (aside, below) };
            self.soft(first, 0.0).soft(bulge, 1.0).soft(second, 0.0);
        }
        self.close()
    }

    fn write(&mut self, closed: bool) {
        let nodes = std::mem::take(&mut self.nodes);
        let mirrored = self.mirrored;
        let mut last = self.last;
        let part = self.next.checked_sub(1).and_then(|at| self.scene.parts.get_mut(at));
        if let Some(part) = part.filter(|_| !self.muted) {
            write_path(&mut part.path, &nodes, closed, mirrored, &mut last);
        }
        self.last = last;
        self.nodes = nodes;
        self.nodes.clear();
    }
}

impl Drop for Pen<'_> {
    fn drop(&mut self) {
        self.scene.parts.truncate(self.next);
        self.scene.scratch = std::mem::take(&mut self.nodes);
    }
}

fn write_path(path: &mut String, nodes: &[Node], closed: bool, mirrored: bool, last: &mut (i32, i32)) {
    let [first, .., end] = nodes else { return };
    // A closing point that repeats the first one would make a dent.
    let nodes = match nodes.split_last() {
        Some((_, rest)) if closed && (first.at - end.at).length() < 0.0012 => rest,
        _ => nodes,
    };
    let count = nodes.len();
    let node = |at: usize| nodes.get(at % count).copied().unwrap_or(*first);
    let tangent = |at: usize| -> Flat {
        let here = node(at).at;
        let inner = closed || (at > 0 && at + 1 < count);
        if !inner {
            let other = if at == 0 { node(1).at - here } else { here - node(count - 2).at };
            return other.unit_or(Flat::default());
        }
        let (into, out) = (here - node(at + count - 1).at, node(at + 1).at - here);
        let (before, after) = (into.length().max(1e-5), out.length().max(1e-5));
        (into * (after / before) + out * (before / after)).unit_or(Flat::default())
    };
    *last = tenths(first.at, mirrored);
    path.push('M');
    number(path, last.0, true);
    number(path, last.1, false);
    // A corner needs no tangent; a smooth node has one for both of its sides.
    let tangent_of = |at: usize, soft: f32| if soft > 0.0 { tangent(at) } else { Flat::default() };
    let spans = if closed { count } else { count - 1 };
    let mut leaving = tangent_of(0, first.soft);
    for at in 0..spans {
        let (from, to) = (node(at), node(at + 1));
        let arriving = tangent_of(if closed { (at + 1) % count } else { at + 1 }, to.soft);
        let end = tenths(to.at, mirrored);
        if from.soft + to.soft < 0.01 {
            path.push('l');
            number(path, end.0 - last.0, true);
            number(path, end.1 - last.1, false);
        } else {
            let handle = (to.at - from.at).length() * 0.355;
            let first = tenths(from.at + leaving * (handle * from.soft), mirrored);
            let second = tenths(to.at - arriving * (handle * to.soft), mirrored);
            path.push('c');
            let mut start = true;
            for point in [first, second, end] {
                number(path, point.0 - last.0, start);
                number(path, point.1 - last.1, false);
                start = false;
            }
        }
        *last = end;
        leaving = arriving;
    }
    if closed {
        path.push('z');
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a picture is a few thousand tenths wide")]
fn tenths(at: Flat, mirrored: bool) -> (i32, i32) {
    let x = (at.x * TENTHS).round() as i32;
    (if mirrored { -x } else { x }, -((at.y * TENTHS).round() as i32))
}

/// Writes tenths as a number, with the shortest separator that SVG allows.
pub fn number(path: &mut String, tenths: i32, first: bool) {
    if tenths < 0 {
        path.push('-');
    } else if !first {
        path.push(' ');
    }
    let value = tenths.unsigned_abs();
    let (whole, rest) = (value / 10, value % 10);
    if whole > 0 || rest == 0 {
        let mut scale = 1;
        while whole / scale >= 10 {
            scale *= 10;
        }
        while scale > 0 {
            path.push(digit(whole / scale));
            scale /= 10;
        }
    }
    if rest > 0 {
        path.push('.');
        path.push(digit(rest));
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}
