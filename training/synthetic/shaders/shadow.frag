#version 330
// only what is kept of a garment throws a shadow
in vec2 v_cover;
void main() {
    if (v_cover.x < 0.0) discard;
}
