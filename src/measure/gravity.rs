//! One reading of a phone's acceleration, and the direction of gravity in the phone's axes.
//!
//! Not here: when a phone is still (see `still`), and which angle is wanted (see `angle`).

use crate::units::Millis;

/// What a resting phone should feel, in m/s².
const REST: f64 = 9.8;
/// How far the size of a resting phone's reading may be from [`REST`], in m/s² (`evaluation.md` section 3).
const REST_WITHIN: f64 = 0.5;

/// `accelerationIncludingGravity` of one `devicemotion` event, in m/s².
///
/// Systems differ in the sign of all three; nothing in this layer depends on which it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Monotonic time of the event.
    pub at: Millis,
    /// To the right of the screen.
    pub x: f64,
    /// To the top of the screen.
    pub y: f64,
    /// Out of the screen.
    pub z: f64,
}

impl Sample {
    /// The size of the acceleration, in m/s².
    pub fn size(&self) -> f64 {
        self.gravity().size()
    }

    /// Whether the reading may be gravity alone.
    pub fn is_rest(&self) -> bool {
        (self.size() - REST).abs() <= REST_WITHIN
    }

    /// The reading without its time.
    pub const fn gravity(&self) -> Gravity {
        Gravity { x: self.x, y: self.y, z: self.z }
    }
}

/// A mean of readings: where gravity points in the phone's axes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Gravity {
    /// To the right of the screen.
    pub x: f64,
    /// To the top of the screen.
    pub y: f64,
    /// Out of the screen.
    pub z: f64,
}

impl Gravity {
    /// The mean of some readings; `None` of none.
    pub fn mean(samples: impl Iterator<Item = Sample>) -> Option<Self> {
        let (mut sum, mut count) = (Self::default(), 0.0);
        for sample in samples {
            sum = Self { x: sum.x + sample.x, y: sum.y + sample.y, z: sum.z + sample.z };
            count += 1.0;
        }
        (count > 0.0).then(|| Self { x: sum.x / count, y: sum.y / count, z: sum.z / count })
    }

    /// Its size, in m/s².
    pub fn size(self) -> f64 {
        self.x.hypot(self.y).hypot(self.z)
    }

    /// The angle between two directions, in degrees.
    pub fn degrees_from(self, other: Self) -> f64 {
        let dot = self.x * other.x + self.y * other.y + self.z * other.z;
        let cross = Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        };
        cross.size().atan2(dot).to_degrees()
    }

    /// Slope of the phone's long side: `asin(y / |g|)`, in degrees from -90 to 90.
    pub fn slope(self) -> f64 {
        (self.y / self.size().max(f64::MIN_POSITIVE)).clamp(-1.0, 1.0).asin().to_degrees()
    }

    /// Turn in the plane of the screen: `atan2(x, y)`, in degrees from -180 to 180.
    pub fn turn(self) -> f64 {
        self.x.atan2(self.y).to_degrees()
    }
}
