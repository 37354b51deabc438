//! Chance, for ids alone.

/// 80 random bits. A browser without `crypto` gets the best that `Math.random` has: ids only need to differ.
pub fn random_80() -> u128 {
    let mut bytes = [0_u8; 10];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = poor_byte();
        }
    }
    bytes.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255.99 by construction")]
fn poor_byte() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}
