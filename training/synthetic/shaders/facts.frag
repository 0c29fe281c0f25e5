#version 330
// which part and which region of the body a pixel shows, 1/255 each
uniform float part;
flat in float v_region;
out vec4 out_facts;
void main() {
    out_facts = vec4(part / 255.0, v_region / 255.0, 0.0, 1.0);
}
