//! Points and directions of the drawn body, in body heights: x to the right, y up, z toward the viewer.

use std::ops::{Add, Mul, Sub};

/// A point or a direction in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Flat {
    /// To the right.
    pub x: f32,
    /// Up.
    pub y: f32,
}

/// A point or a direction in space.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Solid {
    /// In the picture.
    pub flat: Flat,
    /// Toward the viewer.
    pub z: f32,
}

/// A point or direction of the picture.
pub const fn flat(x: f32, y: f32) -> Flat {
    Flat { x, y }
}

/// A point or direction in space.
pub const fn solid(x: f32, y: f32, z: f32) -> Solid {
    Solid { flat: Flat { x, y }, z }
}

macro_rules! componentwise {
    ($name:ident, $($field:ident),+) => {
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self { $($field: self.$field + other.$field),+ }
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self { $($field: self.$field - other.$field),+ }
            }
        }
        impl Mul<f32> for $name {
            type Output = Self;
            fn mul(self, factor: f32) -> Self {
                Self { $($field: self.$field * factor),+ }
            }
        }
    };
}
componentwise!(Flat, x, y);
componentwise!(Solid, flat, z);

impl Flat {
    /// The direction of a limb at this angle: 0 = down, 90 = to the right.
    pub fn down(degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        flat(sin, -cos)
    }

    /// The direction of a trunk at this lean: 0 = up, 90 = to the right.
    pub fn up(degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        flat(sin, cos)
    }

    /// Turned by a right angle against the clock: what lies in front of a limb that hangs down.
    pub const fn left(self) -> Self {
        flat(-self.y, self.x)
    }

    /// Product of lengths and cosine.
    pub fn dot(self, other: Self) -> f32 {
        self.x.mul_add(other.x, self.y * other.y)
    }

    /// Product of lengths and sine, positive against the clock.
    pub fn cross(self, other: Self) -> f32 {
        self.x.mul_add(other.y, -(self.y * other.x))
    }

    /// Length.
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction of length 1; `otherwise` where there is none.
    pub fn unit_or(self, otherwise: Self) -> Self {
        let length = self.length();
        if length < 1e-5 { otherwise } else { self * (1.0 / length) }
    }

    /// On the way to another point.
    pub fn toward(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }
}

impl Solid {
    /// Product of lengths and cosine.
    pub fn dot(self, other: Self) -> f32 {
        self.z.mul_add(other.z, self.flat.dot(other.flat))
    }

    /// Length.
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// On the way to another point.
    pub fn toward(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }

    /// The unit direction between two unit directions on the shortest arc.
    pub fn turned_toward(self, other: Self, share: f32) -> Self {
        let cosine = self.dot(other).clamp(-1.0, 1.0);
        let angle = cosine.acos();
        let sine = angle.sin();
        if sine < 1e-4 {
            return if cosine > 0.0 { self.toward(other, share) } else { self };
        }
        self * (((1.0 - share) * angle).sin() / sine) + other * ((share * angle).sin() / sine)
    }
}

/// Between two numbers.
pub fn between(from: f32, to: f32, share: f32) -> f32 {
    (to - from).mul_add(share, from)
}
