#version 330
// hair: light by the angle to the strand, two soft highlights along it
uniform vec3 eye;
uniform vec3 key_way;
uniform vec3 key_light;
uniform vec3 fill_way;
uniform vec3 fill_light;
uniform vec3 sky;
uniform vec3 ground;
uniform sampler2D shadow_map;
uniform float shadow_texel;
uniform float shadow_depth;
uniform float part;
uniform float gloss;
in vec3 v_place;
in vec3 v_along;
in vec3 v_colour;
in vec4 v_light;
layout(location = 0) out vec4 out_colour;
layout(location = 1) out vec4 out_facts;

float sine(vec3 t, vec3 way) { float c = dot(t, way); return sqrt(max(1.0 - c * c, 0.0)); }

void main() {
    vec3 t = v_along / max(length(v_along), 1e-9);
    vec3 view = normalize(eye - v_place);
    vec3 p = v_light.xyz / v_light.w * 0.5 + 0.5;
    float bias = 0.018 / shadow_depth;
    float lit = 0.0;
    for (int i = 0; i < 8; ++i) {
        float r = sqrt((float(i) + 0.5) / 8.0) * 4.0;
        float a = float(i) * 2.39996;
        lit += (p.z - bias <= texture(shadow_map, p.xy + vec2(cos(a), sin(a)) * r * shadow_texel).r) ? 1.0 : 0.0;
    }
    lit /= 8.0;
    vec3 half_way = normalize(key_way + view);
    float first = pow(sine(normalize(t + 0.10 * view), half_way), 60.0);
    float second = pow(sine(normalize(t - 0.16 * view), half_way), 18.0);
    vec3 light = key_light * sine(t, key_way) * (0.25 + 0.55 * lit) * 0.62;
    light += fill_light * sine(t, fill_way) * 0.6;
    light += mix(ground, sky, 0.6) * 0.75;
    vec3 result = v_colour * light;
    result += gloss * lit * key_light * (0.05 * first * mix(vec3(1.0), v_colour, 0.3) + 0.30 * second * v_colour);
    out_colour = vec4(result, 1.0);
    out_facts = vec4(part, 1.0, 0.0, 1.0);
}
