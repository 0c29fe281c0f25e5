#version 330
// how much of the surrounding light reaches a pixel, guessed from the depth around it; then the finished colour
uniform sampler2D colour;
uniform sampler2D facts;
uniform sampler2D depth;
uniform float near;
uniform float far;
uniform float focal;    // pixels per metre at one metre
uniform float strength;
in vec2 v_uv;
out vec4 out_colour;

float metres(vec2 uv) {
    float z = texture(depth, uv).r * 2.0 - 1.0;
    return 2.0 * near * far / (far + near - z * (far - near));
}
float scatter(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))); }

void main() {
    vec4 base = texture(colour, v_uv);
    float part = texture(facts, v_uv).r;
    vec2 size = vec2(textureSize(depth, 0));
    float here = metres(v_uv);
    float shut = 0.0;
    if (part < 90.0) {
        float turn = scatter(gl_FragCoord.xy) * 6.2832;
        float dzdx = dFdx(here), dzdy = dFdy(here);
        for (int ring = 0; ring < 2; ++ring) {
            float reach = ring == 0 ? 0.025 : 0.09;
            float sum = 0.0;
            for (int i = 0; i < 14; ++i) {
                float r = sqrt((float(i) + 0.5) / 14.0) * reach;
                float t = float(i) * 2.39996 + turn;
                vec2 step_px = vec2(cos(t), sin(t)) * r * focal / here;
                float closer = here - metres(v_uv + step_px / size);
                float limit = reach * 1.1;
                float weight = smoothstep(limit * 2.2, limit, closer);
                sum += smoothstep(0.15 * r, 1.0 * r + 0.002, closer) * weight;
            }
            shut += sum / 14.0 * (ring == 0 ? 0.45 : 0.55);
        }
    }
    float open = 1.0 - strength * shut;
    vec3 tint = mix(vec3(open), vec3(1.0), base.rgb * 0.25);
    out_colour = vec4(base.rgb * tint, 1.0);
}
